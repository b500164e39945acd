using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Entitlements
{
    /// <inheritdoc />
    public partial class Entitlements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pol_acceptance",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    next_entitlement = table.Column<long>(type: "bigint", nullable: false),
                    next_acceptance = table.Column<long>(type: "bigint", nullable: false),
                    last_accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_acceptance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_consumption",
                columns: table => new
                {
                    event_group = table.Column<string>(type: "text", nullable: false),
                    identity = table.Column<string>(type: "text", nullable: false),
                    entitlement_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_consumption", x => new { x.event_group, x.identity });
                });

            migrationBuilder.CreateTable(
                name: "pol_decision",
                columns: table => new
                {
                    entitlement_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    policy = table.Column<string>(type: "text", nullable: false),
                    policy_version = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_decision", x => new { x.entitlement_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pol_entitlement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    policy = table.Column<string>(type: "text", nullable: false),
                    period_kind = table.Column<string>(type: "text", nullable: false),
                    settlement = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    department = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    case_key = table.Column<string>(type: "text", nullable: false),
                    decided_for = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: true),
                    policy_version = table.Column<string>(type: "text", nullable: false),
                    decision_version = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_number = table.Column<long>(type: "bigint", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    granted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    claimable_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason_zh = table.Column<string>(type: "text", nullable: true),
                    reason_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_entitlement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_entitlement_event",
                columns: table => new
                {
                    entitlement_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    deed = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    reason_zh = table.Column<string>(type: "text", nullable: true),
                    reason_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_entitlement_event", x => new { x.entitlement_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pol_notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    subject_type = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    entitlement_id = table.Column<long>(type: "bigint", nullable: true),
                    policies = table.Column<string>(type: "text", nullable: false),
                    reason_zh = table.Column<string>(type: "text", nullable: true),
                    reason_en = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shown_from = table.Column<DateOnly>(type: "date", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_notice_preference",
                columns: table => new
                {
                    recipient = table.Column<string>(type: "text", nullable: false),
                    stopped = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_notice_preference", x => x.recipient);
                });

            migrationBuilder.InsertData(
                table: "pol_acceptance",
                columns: new[] { "id", "last_accepted_at", "next_acceptance", "next_entitlement" },
                values: new object[] { 1L, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), 1L, 1L });

            migrationBuilder.CreateIndex(
                name: "ix_pol_consumption_entitlement",
                table: "pol_consumption",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_decide",
                table: "pol_entitlement",
                columns: new[] { "state", "accepted_number" },
                filter: "state = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_live",
                table: "pol_entitlement",
                columns: new[] { "policy", "subject_id", "case_key" },
                unique: true,
                filter: "state IN ('Notified', 'Claimed', 'Waiting', 'Granted', 'Settled')");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_queue",
                table: "pol_entitlement",
                columns: new[] { "line", "accepted_number" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_receipt",
                table: "pol_entitlement",
                column: "receipt");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_state",
                table: "pol_entitlement",
                columns: new[] { "policy", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_subject",
                table: "pol_entitlement",
                columns: new[] { "subject_type", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_unsettled",
                table: "pol_entitlement",
                columns: new[] { "granted_on", "id" },
                filter: "state = 'Granted'");

            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_told",
                table: "pol_entitlement",
                columns: new[] { "state", "id" },
                filter: "state = 'Notified'");

            migrationBuilder.CreateIndex(
                name: "ix_pol_notice_recipient",
                table: "pol_notice",
                columns: new[] { "recipient", "read_at", "id" });

            // What happened and what was decided is written once; the database itself refuses anything else.
            migrationBuilder.Sql("CREATE FUNCTION pol_history_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER pol_entitlement_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pol_entitlement_event FOR EACH STATEMENT EXECUTE FUNCTION pol_history_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER pol_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pol_decision FOR EACH STATEMENT EXECUTE FUNCTION pol_history_refuse();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pol_acceptance");

            migrationBuilder.DropTable(
                name: "pol_consumption");

            migrationBuilder.DropTable(
                name: "pol_decision");

            migrationBuilder.DropTable(
                name: "pol_entitlement");

            migrationBuilder.DropTable(
                name: "pol_entitlement_event");

            migrationBuilder.DropTable(
                name: "pol_notice");

            migrationBuilder.DropTable(
                name: "pol_notice_preference");

            migrationBuilder.Sql("DROP FUNCTION pol_history_refuse();");
        }
    }
}
