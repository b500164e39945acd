using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Platform
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
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "plt_idempotency",
                columns: table => new
                {
                    idempotency_key = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_idempotency", x => new { x.idempotency_key, x.actor });
                });

            migrationBuilder.CreateTable(
                name: "plt_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plt_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plt_processed",
                columns: table => new
                {
                    message_id = table.Column<long>(type: "bigint", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
            migrationBuilder.Sql("CREATE FUNCTION plt_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'plt_audit is append-only'; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER plt_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON plt_audit FOR EACH STATEMENT EXECUTE FUNCTION plt_audit_refuse();");
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

            migrationBuilder.Sql("DROP FUNCTION plt_audit_refuse();");
        }
    }
}
