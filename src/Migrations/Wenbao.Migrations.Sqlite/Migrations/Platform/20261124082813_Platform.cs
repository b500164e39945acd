using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Platform
{
    /// <inheritdoc />
    public partial class Platform : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plt_audit",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    operation = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "plt_idempotency",
                columns: table => new
                {
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    operation = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    stored_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_idempotency", x => new { x.idempotency_key, x.actor });
                });

            migrationBuilder.CreateTable(
                name: "plt_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    raised_at = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<string>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plt_processed",
                columns: table => new
                {
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    processed_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_processed", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateIndex(
                name: "ix_plt_outbox_done_at_next_attempt_at",
                table: "plt_outbox",
                columns: new[] { "done_at", "next_attempt_at" });

            // The chain is append-only; the database itself refuses anything else.
            migrationBuilder.Sql("CREATE TRIGGER plt_audit_no_update BEFORE UPDATE ON plt_audit BEGIN SELECT RAISE(ABORT, 'plt_audit is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER plt_audit_no_delete BEFORE DELETE ON plt_audit BEGIN SELECT RAISE(ABORT, 'plt_audit is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plt_audit");

            migrationBuilder.DropTable(
                name: "plt_idempotency");

            migrationBuilder.DropTable(
                name: "plt_outbox");

            migrationBuilder.DropTable(
                name: "plt_processed");
        }
    }
}
