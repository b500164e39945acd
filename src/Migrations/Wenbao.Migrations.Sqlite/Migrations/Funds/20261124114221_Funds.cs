using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Funds
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_balance",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    debit_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_balance", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_budget_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    to_line = table.Column<string>(type: "TEXT", nullable: true),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: true),
                    insurer_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    bank_percent = table.Column<decimal>(type: "TEXT", nullable: true),
                    from_cut = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_budget_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_compensation_recovery",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    recovered_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    fund_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    insurer_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bank_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_compensation_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_cut",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    percent = table.Column<decimal>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    reserve = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_cut", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_cut_item",
                columns: table => new
                {
                    cut_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    base_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    wanted_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    cut_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    exemption = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_zh = table.Column<string>(type: "TEXT", nullable: true),
                    evidence_en = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_cut_item", x => new { x.cut_id, x.line });
                });

            migrationBuilder.CreateTable(
                name: "fnd_entry",
                columns: table => new
                {
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<long>(type: "INTEGER", nullable: false),
                    debit_account = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_account = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_entry", x => new { x.voucher_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "fnd_line",
                columns: table => new
                {
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_line", x => x.line);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    returned_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    lent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    borrower_type = table.Column<string>(type: "TEXT", nullable: false),
                    borrower = table.Column<string>(type: "TEXT", nullable: false),
                    entitlement = table.Column<long>(type: "INTEGER", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    lent_by = table.Column<string>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    days_out = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan_return",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    loan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    received_by = table.Column<string>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan_return", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fnd_loan_share",
                columns: table => new
                {
                    loan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    outstanding_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_loan_share", x => new { x.loan_id, x.level });
                });

            migrationBuilder.CreateTable(
                name: "fnd_month",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    vouchers = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_month", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "fnd_month_balance",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    debit_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fnd_month_balance", x => new { x.month, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "fnd_voucher",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    entries = table.Column<long>(type: "INTEGER", nullable: false),
                    total_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false)
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
            migrationBuilder.Sql("CREATE TRIGGER fnd_account_no_update BEFORE UPDATE ON fnd_account BEGIN SELECT RAISE(ABORT, 'fnd_account is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_account_no_delete BEFORE DELETE ON fnd_account BEGIN SELECT RAISE(ABORT, 'fnd_account is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_voucher_no_update BEFORE UPDATE ON fnd_voucher BEGIN SELECT RAISE(ABORT, 'fnd_voucher is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_voucher_no_delete BEFORE DELETE ON fnd_voucher BEGIN SELECT RAISE(ABORT, 'fnd_voucher is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_entry_no_update BEFORE UPDATE ON fnd_entry BEGIN SELECT RAISE(ABORT, 'fnd_entry is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_entry_no_delete BEFORE DELETE ON fnd_entry BEGIN SELECT RAISE(ABORT, 'fnd_entry is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_no_update BEFORE UPDATE ON fnd_month BEGIN SELECT RAISE(ABORT, 'fnd_month is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_no_delete BEFORE DELETE ON fnd_month BEGIN SELECT RAISE(ABORT, 'fnd_month is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_balance_no_update BEFORE UPDATE ON fnd_month_balance BEGIN SELECT RAISE(ABORT, 'fnd_month_balance is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_month_balance_no_delete BEFORE DELETE ON fnd_month_balance BEGIN SELECT RAISE(ABORT, 'fnd_month_balance is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_loan_return_no_update BEFORE UPDATE ON fnd_loan_return BEGIN SELECT RAISE(ABORT, 'fnd_loan_return is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_loan_return_no_delete BEFORE DELETE ON fnd_loan_return BEGIN SELECT RAISE(ABORT, 'fnd_loan_return is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_compensation_recovery_no_update BEFORE UPDATE ON fnd_compensation_recovery BEGIN SELECT RAISE(ABORT, 'fnd_compensation_recovery is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER fnd_compensation_recovery_no_delete BEFORE DELETE ON fnd_compensation_recovery BEGIN SELECT RAISE(ABORT, 'fnd_compensation_recovery is append-only'); END;");
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
        }
    }
}
