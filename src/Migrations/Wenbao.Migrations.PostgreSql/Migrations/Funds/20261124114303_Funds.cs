using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Funds
{
    /// <inheritdoc />
    public partial class Funds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fnd_account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_balance",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    debit_fen = table.Column<long>(type: "bigint", nullable: false),
                    credit_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_balance", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_budget_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    to_line = table.Column<string>(type: "text", nullable: true),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: true),
                    insurer_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    bank_percent = table.Column<decimal>(type: "numeric", nullable: true),
                    from_cut = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    voucher_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_budget_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_compensation_recovery",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line = table.Column<string>(type: "text", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false),
                    fund_fen = table.Column<long>(type: "bigint", nullable: false),
                    insurer_fen = table.Column<long>(type: "bigint", nullable: false),
                    bank_fen = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    voucher_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_compensation_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_cut",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    percent = table.Column<decimal>(type: "numeric", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reserve = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    voucher_id = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_cut", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_cut_item",
                columns: table => new
                {
                    cut_id = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    base_fen = table.Column<long>(type: "bigint", nullable: false),
                    wanted_fen = table.Column<long>(type: "bigint", nullable: false),
                    cut_fen = table.Column<long>(type: "bigint", nullable: false),
                    exemption = table.Column<string>(type: "text", nullable: false),
                    evidence_zh = table.Column<string>(type: "text", nullable: true),
                    evidence_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_cut_item", x => new { x.cut_id, x.line });
                });

            migrationBuilder.CreateTable(
                name: "fnd_entry",
                columns: table => new
                {
                    voucher_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false),
                    debit_account = table.Column<long>(type: "bigint", nullable: false),
                    credit_account = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_entry", x => new { x.voucher_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "fnd_line",
                columns: table => new
                {
                    line = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    voucher_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_line", x => x.line);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    line = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    returned_fen = table.Column<long>(type: "bigint", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    lent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    borrower_type = table.Column<string>(type: "text", nullable: false),
                    borrower = table.Column<string>(type: "text", nullable: false),
                    entitlement = table.Column<long>(type: "bigint", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    lent_by = table.Column<string>(type: "text", nullable: false),
                    voucher_id = table.Column<long>(type: "bigint", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    days_out = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan_return",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    loan_id = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    voucher_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan_return", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan_share",
                columns: table => new
                {
                    loan_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    outstanding_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan_share", x => new { x.loan_id, x.level });
                });

            migrationBuilder.CreateTable(
                name: "fnd_month",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: false),
                    vouchers = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_month", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "fnd_month_balance",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    debit_fen = table.Column<long>(type: "bigint", nullable: false),
                    credit_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_month_balance", x => new { x.month, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "fnd_voucher",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<long>(type: "bigint", nullable: false),
                    total_fen = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_voucher", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_account_line_level_stage",
                table: "fnd_account",
                columns: new[] { "line", "level", "stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_budget_change_from_cut",
                table: "fnd_budget_change",
                column: "from_cut");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_compensation_recovery_line_reference",
                table: "fnd_compensation_recovery",
                columns: new[] { "line", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_entry_credit_account_voucher_id_ordinal",
                table: "fnd_entry",
                columns: new[] { "credit_account", "voucher_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_entry_debit_account_voucher_id_ordinal",
                table: "fnd_entry",
                columns: new[] { "debit_account", "voucher_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_entry_entitlement",
                table: "fnd_entry",
                column: "entitlement");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_loan_entitlement",
                table: "fnd_loan",
                column: "entitlement",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_loan_line_borrower_type_borrower",
                table: "fnd_loan",
                columns: new[] { "line", "borrower_type", "borrower" },
                unique: true,
                filter: "returned_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_loan_return_loan_id_reference",
                table: "fnd_loan_return",
                columns: new[] { "loan_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fnd_voucher_day",
                table: "fnd_voucher",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_fnd_voucher_reference",
                table: "fnd_voucher",
                column: "reference");

            // The books are append-only; the database itself refuses anything else.
            migrationBuilder.Sql("CREATE FUNCTION fnd_books_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_account_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_account FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_voucher_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_voucher FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_entry FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_month FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_balance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_month_balance FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_loan_return_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_loan_return FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
            migrationBuilder.Sql("CREATE TRIGGER fnd_compensation_recovery_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fnd_compensation_recovery FOR EACH STATEMENT EXECUTE FUNCTION fnd_books_refuse();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fnd_account");

            migrationBuilder.DropTable(
                name: "fnd_balance");

            migrationBuilder.DropTable(
                name: "fnd_budget_change");

            migrationBuilder.DropTable(
                name: "fnd_compensation_recovery");

            migrationBuilder.DropTable(
                name: "fnd_cut");

            migrationBuilder.DropTable(
                name: "fnd_cut_item");

            migrationBuilder.DropTable(
                name: "fnd_entry");

            migrationBuilder.DropTable(
                name: "fnd_line");

            migrationBuilder.DropTable(
                name: "fnd_loan");

            migrationBuilder.DropTable(
                name: "fnd_loan_return");

            migrationBuilder.DropTable(
                name: "fnd_loan_share");

            migrationBuilder.DropTable(
                name: "fnd_month");

            migrationBuilder.DropTable(
                name: "fnd_month_balance");

            migrationBuilder.DropTable(
                name: "fnd_voucher");

            migrationBuilder.Sql("DROP FUNCTION fnd_books_refuse();");
        }
    }
}
