using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Payments
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
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    state_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    payee_name = table.Column<string>(type: "TEXT", nullable: true),
                    account_number = table.Column<string>(type: "TEXT", nullable: true),
                    bank_name = table.Column<string>(type: "TEXT", nullable: true),
                    bank_code = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_bank_fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    attempt = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    message = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_bank_fact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_bank_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received_at = table.Column<string>(type: "TEXT", nullable: false),
                    received_by = table.Column<string>(type: "TEXT", nullable: false),
                    answers = table.Column<long>(type: "INTEGER", nullable: false),
                    new_facts = table.Column<long>(type: "INTEGER", nullable: false),
                    new_exceptions = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_bank_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_basis",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_basis", x => x.id);
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
                name: "fnd_batch_booking",
                columns: table => new
                {
                    statement = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    message = table.Column<long>(type: "INTEGER", nullable: false),
                    batch = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<long>(type: "INTEGER", nullable: true),
                    items = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    is_matched = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_batch_booking", x => new { x.statement, x.ordinal });
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
                    round = table.Column<long>(type: "INTEGER", nullable: false),
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
                    basis = table.Column<long>(type: "INTEGER", nullable: false),
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
                    held_by = table.Column<string>(type: "TEXT", nullable: true),
                    public_list = table.Column<long>(type: "INTEGER", nullable: true),
                    public_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    batch = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<long>(type: "INTEGER", nullable: false),
                    current_attempt = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    recovery_claimed_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    recovered_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_commitment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_exception",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_exception", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_objection",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    list = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    raised_at = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    resolved_by = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resolution = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_objection", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_public_item",
                columns: table => new
                {
                    list = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    shown_name = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_public_item", x => new { x.list, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "fnd_public_list",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    line = table.Column<string>(type: "TEXT", nullable: true),
                    policy = table.Column<string>(type: "TEXT", nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    items = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_public_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_recovery",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    national_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    province_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    city_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    district_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    unshared_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refusal = table.Column<string>(type: "TEXT", nullable: true),
                    received_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_recovery_receipt",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    recovery = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    national_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    province_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    city_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    district_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    unshared_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_recovery_receipt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_statement",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message = table.Column<long>(type: "INTEGER", nullable: false),
                    account_number = table.Column<string>(type: "TEXT", nullable: false),
                    statement_id = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opening_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    closing_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_statement_entry",
                columns: table => new
                {
                    statement = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    is_credit = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    end_to_end_id = table.Column<string>(type: "TEXT", nullable: true),
                    attempt = table.Column<long>(type: "INTEGER", nullable: true),
                    recovery = table.Column<long>(type: "INTEGER", nullable: true)
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
            migrationBuilder.Sql("CREATE TRIGGER fnd_basis_no_update BEFORE UPDATE ON fnd_basis BEGIN SELECT RAISE(ABORT, 'fnd_basis is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_basis_no_delete BEFORE DELETE ON fnd_basis BEGIN SELECT RAISE(ABORT, 'fnd_basis is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_list_no_update BEFORE UPDATE ON fnd_public_list BEGIN SELECT RAISE(ABORT, 'fnd_public_list is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_list_no_delete BEFORE DELETE ON fnd_public_list BEGIN SELECT RAISE(ABORT, 'fnd_public_list is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_item_no_update BEFORE UPDATE ON fnd_public_item BEGIN SELECT RAISE(ABORT, 'fnd_public_item is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_public_item_no_delete BEFORE DELETE ON fnd_public_item BEGIN SELECT RAISE(ABORT, 'fnd_public_item is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_message_no_update BEFORE UPDATE ON fnd_bank_message BEGIN SELECT RAISE(ABORT, 'fnd_bank_message is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_message_no_delete BEFORE DELETE ON fnd_bank_message BEGIN SELECT RAISE(ABORT, 'fnd_bank_message is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_fact_no_update BEFORE UPDATE ON fnd_bank_fact BEGIN SELECT RAISE(ABORT, 'fnd_bank_fact is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_bank_fact_no_delete BEFORE DELETE ON fnd_bank_fact BEGIN SELECT RAISE(ABORT, 'fnd_bank_fact is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_no_update BEFORE UPDATE ON fnd_statement BEGIN SELECT RAISE(ABORT, 'fnd_statement is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_no_delete BEFORE DELETE ON fnd_statement BEGIN SELECT RAISE(ABORT, 'fnd_statement is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_entry_no_update BEFORE UPDATE ON fnd_statement_entry BEGIN SELECT RAISE(ABORT, 'fnd_statement_entry is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_statement_entry_no_delete BEFORE DELETE ON fnd_statement_entry BEGIN SELECT RAISE(ABORT, 'fnd_statement_entry is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_recovery_receipt_no_update BEFORE UPDATE ON fnd_recovery_receipt BEGIN SELECT RAISE(ABORT, 'fnd_recovery_receipt is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_recovery_receipt_no_delete BEFORE DELETE ON fnd_recovery_receipt BEGIN SELECT RAISE(ABORT, 'fnd_recovery_receipt is append-only'); END;");
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
        }
    }
}
