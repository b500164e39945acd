using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.PolicyLife
{
    /// <inheritdoc />
    public partial class PolicyLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pol_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reason_zh = table.Column<string>(type: "text", nullable: false),
                    reason_en = table.Column<string>(type: "text", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "text", nullable: true),
                    dropped_examples = table.Column<string>(type: "text", nullable: false),
                    published_version = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_draft",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    base_version = table.Column<string>(type: "text", nullable: false),
                    copied_from = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    tested_digest = table.Column<string>(type: "text", nullable: true),
                    simulated_digest = table.Column<string>(type: "text", nullable: true),
                    submitted_by = table.Column<string>(type: "text", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_force_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "text", nullable: true),
                    published_version = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_draft_file",
                columns: table => new
                {
                    draft_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_draft_file", x => new { x.draft_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "pol_generation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_generation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_life_event",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    draft_id = table.Column<long>(type: "bigint", nullable: true),
                    change_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_life_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_simulated",
                columns: table => new
                {
                    simulation_id = table.Column<long>(type: "bigint", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<string>(type: "text", nullable: false),
                    town = table.Column<string>(type: "text", nullable: true),
                    industry = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<string>(type: "text", nullable: true),
                    was_found = table.Column<bool>(type: "boolean", nullable: false),
                    is_found = table.Column<bool>(type: "boolean", nullable: false),
                    fen_before = table.Column<long>(type: "bigint", nullable: false),
                    fen_after = table.Column<long>(type: "bigint", nullable: false),
                    condition = table.Column<string>(type: "text", nullable: true),
                    actual = table.Column<string>(type: "text", nullable: true),
                    threshold = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_simulated", x => new { x.simulation_id, x.list, x.place });
                });

            migrationBuilder.CreateTable(
                name: "pol_simulated_entitlement",
                columns: table => new
                {
                    simulation_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false),
                    entitlement_id = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    case_key = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    fen_now = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    fen_before = table.Column<long>(type: "bigint", nullable: false),
                    fen_after = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_simulated_entitlement", x => new { x.simulation_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "pol_simulation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    draft_id = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    audience = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_simulation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: true),
                    previous = table.Column<string>(type: "text", nullable: true),
                    in_force_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    files = table.Column<byte[]>(type: "bytea", nullable: false),
                    author = table.Column<string>(type: "text", nullable: true),
                    approver = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_version", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pol_change_policy",
                table: "pol_change",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "ix_pol_change_state_on",
                table: "pol_change",
                columns: new[] { "state", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_draft_policy",
                table: "pol_draft",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "ix_pol_draft_state_in_force_on",
                table: "pol_draft",
                columns: new[] { "state", "in_force_on" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_life_event_change_id",
                table: "pol_life_event",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_pol_life_event_draft_id",
                table: "pol_life_event",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_pol_life_event_policy",
                table: "pol_life_event",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "ix_pol_simulated_simulation_id_subject_id",
                table: "pol_simulated",
                columns: new[] { "simulation_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_simulation_draft_id",
                table: "pol_simulation",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_pol_version_policy_version",
                table: "pol_version",
                columns: new[] { "policy", "version" },
                unique: true);

            // Versions and history are append-only; the database itself refuses anything else.
            foreach (var table in new[] { "pol_version", "pol_life_event" })
            {
                migrationBuilder.Sql($"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;");
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pol_change");

            migrationBuilder.DropTable(
                name: "pol_draft");

            migrationBuilder.DropTable(
                name: "pol_draft_file");

            migrationBuilder.DropTable(
                name: "pol_generation");

            migrationBuilder.DropTable(
                name: "pol_life_event");

            migrationBuilder.DropTable(
                name: "pol_simulated");

            migrationBuilder.DropTable(
                name: "pol_simulated_entitlement");

            migrationBuilder.DropTable(
                name: "pol_simulation");

            migrationBuilder.DropTable(
                name: "pol_version");

            migrationBuilder.Sql("DROP FUNCTION pol_version_refuse();");
            migrationBuilder.Sql("DROP FUNCTION pol_life_event_refuse();");
        }
    }
}
