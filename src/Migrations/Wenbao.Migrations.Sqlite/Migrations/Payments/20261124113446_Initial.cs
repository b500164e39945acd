using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Payments
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    end_to_end_id = table.Column<string>(type: "TEXT", nullable: false),
                    batch = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    payee_name = table.Column<string>(type: "TEXT", nullable: false),
                    account_number = table.Column<string>(type: "TEXT", nullable: false),
                    bank_name = table.Column<string>(type: "TEXT", nullable: false),
                    bank_code = table.Column<string>(type: "TEXT", nullable: true),
                    remittance = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    state_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    line = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_at = table.Column<string>(type: "TEXT", nullable: false),
                    released_by = table.Column<string>(type: "TEXT", nullable: true),
                    released_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    exported_by = table.Column<string>(type: "TEXT", nullable: true),
                    exported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    exported_at = table.Column<string>(type: "TEXT", nullable: true),
                    file_digest = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_by = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_batch_part",
                columns: table => new
                {
                    batch = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    debtor_name = table.Column<string>(type: "TEXT", nullable: false),
                    account_number = table.Column<string>(type: "TEXT", nullable: false),
                    bank_name = table.Column<string>(type: "TEXT", nullable: false),
                    bank_code = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch_part", x => new { x.batch, x.number });
                });

            migrationBuilder.CreateTable(
                name: "fnd_commitment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    settlement = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    national_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    province_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    city_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    district_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    unshared_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    shares = table.Column<string>(type: "TEXT", nullable: false),
                    is_drawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    party_type = table.Column<string>(type: "TEXT", nullable: true),
                    party_id = table.Column<string>(type: "TEXT", nullable: true),
                    payee_name = table.Column<string>(type: "TEXT", nullable: true),
                    account_number = table.Column<string>(type: "TEXT", nullable: true),
                    bank_name = table.Column<string>(type: "TEXT", nullable: true),
                    bank_code = table.Column<string>(type: "TEXT", nullable: true),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    policy_title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    policy_title_en = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_name = table.Column<string>(type: "TEXT", nullable: false),
                    subject_is_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    skips_publicity = table.Column<bool>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    public_list = table.Column<long>(type: "INTEGER", nullable: true),
                    public_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    batch = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<long>(type: "INTEGER", nullable: false),
                    current_attempt = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    recovery_claimed_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    recovered_fen = table.Column<long>(type: "INTEGER", nullable: false)
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
