using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Policies
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pol_cell_chunks",
                columns: table => new
                {
                    policy = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_cell_chunks", x => new { x.policy, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pol_found_subjects",
                columns: table => new
                {
                    policy = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    public_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    town = table.Column<string>(type: "text", nullable: true),
                    industry = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<string>(type: "text", nullable: true),
                    cases = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    detail = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_found_subjects", x => new { x.policy, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "pol_match_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    policy_digest = table.Column<string>(type: "text", nullable: false),
                    result_digest = table.Column<string>(type: "text", nullable: false),
                    is_partial = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_match_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_subject_chunks",
                columns: table => new
                {
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    ids = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_subject_chunks", x => new { x.subject_type, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pol_summaries",
                columns: table => new
                {
                    policy = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    audience = table.Column<long>(type: "bigint", nullable: false),
                    found = table.Column<long>(type: "bigint", nullable: false),
                    found_cases = table.Column<long>(type: "bigint", nullable: false),
                    near_miss = table.Column<long>(type: "bigint", nullable: false),
                    undetermined = table.Column<long>(type: "bigint", nullable: false),
                    ineligible = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    remaining = table.Column<string>(type: "text", nullable: false),
                    failures = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_summaries", x => x.policy);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pol_found_subjects_policy_amount_fen_subject_id",
                table: "pol_found_subjects",
                columns: new[] { "policy", "amount_fen", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_found_subjects_subject_type_subject_id",
                table: "pol_found_subjects",
                columns: new[] { "subject_type", "subject_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pol_cell_chunks");

            migrationBuilder.DropTable(
                name: "pol_found_subjects");

            migrationBuilder.DropTable(
                name: "pol_match_runs");

            migrationBuilder.DropTable(
                name: "pol_subject_chunks");

            migrationBuilder.DropTable(
                name: "pol_summaries");
        }
    }
}
