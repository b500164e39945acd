using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Entitlements
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    next_entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    next_acceptance = table.Column<long>(type: "INTEGER", nullable: false),
                    last_accepted_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_acceptance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_consumption",
                columns: table => new
                {
                    event_group = table.Column<string>(type: "TEXT", nullable: false),
                    identity = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_consumption", x => new { x.event_group, x.identity });
                });

            migrationBuilder.CreateTable(
                name: "pol_decision",
                columns: table => new
                {
                    entitlement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    policy_version = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_decision", x => new { x.entitlement_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pol_entitlement",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    period_kind = table.Column<string>(type: "TEXT", nullable: false),
                    settlement = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    case_key = table.Column<string>(type: "TEXT", nullable: false),
                    decided_for = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: true),
                    policy_version = table.Column<string>(type: "TEXT", nullable: false),
                    decision_version = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_at = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_number = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    granted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    claimable_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason_zh = table.Column<string>(type: "TEXT", nullable: true),
                    reason_en = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_entitlement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_entitlement_event",
                columns: table => new
                {
                    entitlement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    deed = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reason_zh = table.Column<string>(type: "TEXT", nullable: true),
                    reason_en = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_entitlement_event", x => new { x.entitlement_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pol_notice",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    subject_type = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement_id = table.Column<long>(type: "INTEGER", nullable: true),
                    policies = table.Column<string>(type: "TEXT", nullable: false),
                    reason_zh = table.Column<string>(type: "TEXT", nullable: true),
                    reason_en = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    shown_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    read_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pol_notice_preference",
                columns: table => new
                {
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    stopped = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pol_notice_preference", x => x.recipient);
                });

            migrationBuilder.InsertData(
                table: "pol_acceptance",
                columns: new[] { "id", "last_accepted_at", "next_acceptance", "next_entitlement" },
                values: new object[] { 1L, "1970-01-01T00:00:00.0000000Z", 1L, 1L });

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
            migrationBuilder.Sql("CREATE TRIGGER pol_entitlement_event_no_update BEFORE UPDATE ON pol_entitlement_event BEGIN SELECT RAISE(ABORT, 'pol_entitlement_event is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER pol_entitlement_event_no_delete BEFORE DELETE ON pol_entitlement_event BEGIN SELECT RAISE(ABORT, 'pol_entitlement_event is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER pol_decision_no_update BEFORE UPDATE ON pol_decision BEGIN SELECT RAISE(ABORT, 'pol_decision is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER pol_decision_no_delete BEFORE DELETE ON pol_decision BEGIN SELECT RAISE(ABORT, 'pol_decision is append-only'); END;");
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
        }
    }
}
