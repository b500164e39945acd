using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Payments
{
    /// <inheritdoc />
    public partial class Payments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fnd_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<long>(type: "bigint", nullable: false),
                    commitment = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    payee_name = table.Column<string>(type: "text", nullable: true),
                    account_number = table.Column<string>(type: "text", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    bank_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_bank_fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    attempt = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_bank_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_bank_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<long>(type: "bigint", nullable: false),
                    new_facts = table.Column<long>(type: "bigint", nullable: false),
                    new_exceptions = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_bank_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_basis",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    title_zh = table.Column<string>(type: "text", nullable: false),
                    title_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_basis", x => x.id);
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
                name: "fnd_batch_booking",
                columns: table => new
                {
                    statement = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    message = table.Column<long>(type: "bigint", nullable: false),
                    batch = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<long>(type: "bigint", nullable: true),
                    items = table.Column<long>(type: "bigint", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    is_matched = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch_booking", x => new { x.statement, x.ordinal });
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
                    round = table.Column<long>(type: "bigint", nullable: false),
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
                    basis = table.Column<long>(type: "bigint", nullable: false),
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
                    held_by = table.Column<string>(type: "text", nullable: true),
                    public_list = table.Column<long>(type: "bigint", nullable: true),
                    public_until = table.Column<DateOnly>(type: "date", nullable: true),
                    batch = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<long>(type: "bigint", nullable: false),
                    current_attempt = table.Column<long>(type: "bigint", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recovery_claimed_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_commitment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_exception",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_exception", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_objection",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    list = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    commitment = table.Column<long>(type: "bigint", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    resolved_by = table.Column<string>(type: "text", nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    resolution = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_objection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_public_item",
                columns: table => new
                {
                    list = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    commitment = table.Column<long>(type: "bigint", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    shown_name = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_public_item", x => new { x.list, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "fnd_public_list",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line = table.Column<string>(type: "text", nullable: true),
                    policy = table.Column<string>(type: "text", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    items = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_public_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_recovery",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    commitment = table.Column<long>(type: "bigint", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    national_fen = table.Column<long>(type: "bigint", nullable: false),
                    province_fen = table.Column<long>(type: "bigint", nullable: false),
                    city_fen = table.Column<long>(type: "bigint", nullable: false),
                    district_fen = table.Column<long>(type: "bigint", nullable: false),
                    unshared_fen = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refusal = table.Column<string>(type: "text", nullable: true),
                    received_fen = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_recovery_receipt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    recovery = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    national_fen = table.Column<long>(type: "bigint", nullable: false),
                    province_fen = table.Column<long>(type: "bigint", nullable: false),
                    city_fen = table.Column<long>(type: "bigint", nullable: false),
                    district_fen = table.Column<long>(type: "bigint", nullable: false),
                    unshared_fen = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_recovery_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message = table.Column<long>(type: "bigint", nullable: false),
                    account_number = table.Column<string>(type: "text", nullable: false),
                    statement_id = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opening_fen = table.Column<long>(type: "bigint", nullable: false),
                    closing_fen = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_statement_entry",
                columns: table => new
                {
                    statement = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    is_credit = table.Column<bool>(type: "boolean", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    end_to_end_id = table.Column<string>(type: "text", nullable: true),
                    attempt = table.Column<long>(type: "bigint", nullable: true),
                    recovery = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_statement_entry", x => new { x.statement, x.ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_attempt_commitment",
                table: "fnd_attempt",
                column: "commitment");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_bank_fact_attempt_kind_key",
                table: "fnd_bank_fact",
                columns: new[] { "attempt", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_bank_message_digest",
                table: "fnd_bank_message",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_basis_policy_version_clause",
                table: "fnd_basis",
                columns: new[] { "policy", "version", "clause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_batch_message_id",
                table: "fnd_batch",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_batch_booking_batch",
                table: "fnd_batch_booking",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_entitlement_round",
                table: "fnd_commitment",
                columns: new[] { "entitlement", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_commitment_stage_line",
                table: "fnd_commitment",
                columns: new[] { "stage", "line" },
                filter: "stage = 'Committed' OR stage = 'Published' OR stage = 'Payable' OR stage = 'Returned'");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_exception_kind_key",
                table: "fnd_exception",
                columns: new[] { "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_objection_commitment",
                table: "fnd_objection",
                column: "commitment");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_objection_list_ordinal",
                table: "fnd_objection",
                columns: new[] { "list", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_objection_state",
                table: "fnd_objection",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_recovery_commitment",
                table: "fnd_recovery",
                column: "commitment");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_recovery_reference",
                table: "fnd_recovery",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_recovery_receipt_recovery",
                table: "fnd_recovery_receipt",
                column: "recovery");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_recovery_receipt_reference",
                table: "fnd_recovery_receipt",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_statement_account_number_statement_id",
                table: "fnd_statement",
                columns: new[] { "account_number", "statement_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_statement_entry_attempt",
                table: "fnd_statement_entry",
                column: "attempt");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_statement_entry_booked_on",
                table: "fnd_statement_entry",
                column: "booked_on");

            // What was published, what the bank said and what came in is append-only; the database itself refuses anything else.
            migrationBuilder.Sql("CREATE FUNCTION fnd_payments_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_basis_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_basis FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_list_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_public_list FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_public_item FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_message_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_bank_message FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_fact_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_bank_fact FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_statement FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_statement_entry FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_recovery_receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_recovery_receipt FOR EACH STATEMENT EXECUTE FUNCTION fnd_payments_refuse();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fnd_attempt");

            migrationBuilder.DropTable(
                name: "fnd_bank_fact");

            migrationBuilder.DropTable(
                name: "fnd_bank_message");

            migrationBuilder.DropTable(
                name: "fnd_basis");

            migrationBuilder.DropTable(
                name: "fnd_batch");

            migrationBuilder.DropTable(
                name: "fnd_batch_booking");

            migrationBuilder.DropTable(
                name: "fnd_batch_part");

            migrationBuilder.DropTable(
                name: "fnd_commitment");

            migrationBuilder.DropTable(
                name: "fnd_exception");

            migrationBuilder.DropTable(
                name: "fnd_objection");

            migrationBuilder.DropTable(
                name: "fnd_public_item");

            migrationBuilder.DropTable(
                name: "fnd_public_list");

            migrationBuilder.DropTable(
                name: "fnd_recovery");

            migrationBuilder.DropTable(
                name: "fnd_recovery_receipt");

            migrationBuilder.DropTable(
                name: "fnd_statement");

            migrationBuilder.DropTable(
                name: "fnd_statement_entry");
            migrationBuilder.Sql("DROP FUNCTION fnd_payments_refuse();");
        }
    }
}
