using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Payments
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fnd_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    end_to_end_id = table.Column<string>(type: "text", nullable: false),
                    batch = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<long>(type: "bigint", nullable: false),
                    commitment = table.Column<long>(type: "bigint", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    payee_name = table.Column<string>(type: "text", nullable: false),
                    account_number = table.Column<string>(type: "text", nullable: false),
                    bank_name = table.Column<string>(type: "text", nullable: false),
                    bank_code = table.Column<string>(type: "text", nullable: true),
                    remittance = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    items = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_by = table.Column<string>(type: "text", nullable: true),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    exported_by = table.Column<string>(type: "text", nullable: true),
                    exported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    exported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    file_digest = table.Column<string>(type: "text", nullable: true),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_batch_part",
                columns: table => new
                {
                    batch = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    debtor_name = table.Column<string>(type: "text", nullable: false),
                    account_number = table.Column<string>(type: "text", nullable: false),
                    bank_name = table.Column<string>(type: "text", nullable: false),
                    bank_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch_part", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "fnd_commitment",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    settlement = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    national_fen = table.Column<long>(type: "bigint", nullable: false),
                    province_fen = table.Column<long>(type: "bigint", nullable: false),
                    city_fen = table.Column<long>(type: "bigint", nullable: false),
                    district_fen = table.Column<long>(type: "bigint", nullable: false),
                    unshared_fen = table.Column<long>(type: "bigint", nullable: false),
                    shares = table.Column<string>(type: "text", nullable: false),
                    is_drawn = table.Column<bool>(type: "boolean", nullable: false),
                    party_type = table.Column<string>(type: "text", nullable: true),
                    party_id = table.Column<string>(type: "text", nullable: true),
                    payee_name = table.Column<string>(type: "text", nullable: true),
                    account_number = table.Column<string>(type: "text", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    bank_code = table.Column<string>(type: "text", nullable: true),
                    policy = table.Column<string>(type: "text", nullable: false),
                    policy_title_zh = table.Column<string>(type: "text", nullable: false),
                    policy_title_en = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_name = table.Column<string>(type: "text", nullable: false),
                    subject_is_person = table.Column<bool>(type: "boolean", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    skips_publicity = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    public_list = table.Column<long>(type: "bigint", nullable: true),
                    public_until = table.Column<DateOnly>(type: "date", nullable: true),
                    batch = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<long>(type: "bigint", nullable: false),
                    current_attempt = table.Column<long>(type: "bigint", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recovery_claimed_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_commitment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_attempt_batch_part_id",
                table: "fnd_attempt",
                columns: new[] { "batch", "part", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_attempt_commitment",
                table: "fnd_attempt",
                column: "commitment");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_attempt_end_to_end_id",
                table: "fnd_attempt",
                column: "end_to_end_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_batch_message_id",
                table: "fnd_batch",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_batch",
                table: "fnd_commitment",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_entitlement_id",
                table: "fnd_commitment",
                columns: new[] { "entitlement", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_live",
                table: "fnd_commitment",
                column: "entitlement",
                unique: true,
                filter: "stage <> 'Released'");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_public_list",
                table: "fnd_commitment",
                column: "public_list");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_stage_line",
                table: "fnd_commitment",
                columns: new[] { "stage", "line" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fnd_attempt");

            migrationBuilder.DropTable(
                name: "fnd_batch");

            migrationBuilder.DropTable(
                name: "fnd_batch_part");

            migrationBuilder.DropTable(
                name: "fnd_commitment");
        }
    }
}
