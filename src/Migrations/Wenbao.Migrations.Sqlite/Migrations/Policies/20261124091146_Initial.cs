using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Policies
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
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    cells = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_cell_chunks", x => new { x.policy, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pol_found_subjects",
                columns: table => new
                {
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", nullable: false),
                    public_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    size = table.Column<string>(type: "TEXT", nullable: true),
                    cases = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_found_subjects", x => new { x.policy, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "pol_match_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    completed_at = table.Column<string>(type: "TEXT", nullable: false),
                    policy_digest = table.Column<string>(type: "TEXT", nullable: false),
                    result_digest = table.Column<string>(type: "TEXT", nullable: false),
                    is_partial = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_match_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_subject_chunks",
                columns: table => new
                {
                    subject_type = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    ids = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_subject_chunks", x => new { x.subject_type, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pol_summaries",
                columns: table => new
                {
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<long>(type: "INTEGER", nullable: false),
                    found = table.Column<long>(type: "INTEGER", nullable: false),
                    found_cases = table.Column<long>(type: "INTEGER", nullable: false),
                    near_miss = table.Column<long>(type: "INTEGER", nullable: false),
                    undetermined = table.Column<long>(type: "INTEGER", nullable: false),
                    ineligible = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining = table.Column<string>(type: "TEXT", nullable: false),
                    failures = table.Column<string>(type: "TEXT", nullable: false)
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
