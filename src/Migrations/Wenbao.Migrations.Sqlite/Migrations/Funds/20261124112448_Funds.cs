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
                name: "ix_fnd_entry_credit_account_voucher_id",
                table: "fnd_entry",
                columns: new[] { "credit_account", "voucher_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_entry_debit_account_voucher_id",
                table: "fnd_entry",
                columns: new[] { "debit_account", "voucher_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fnd_entry_entitlement",
                table: "fnd_entry",
                column: "entitlement");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fnd_account");

            migrationBuilder.DropTable(
                name: "fnd_balance");

            migrationBuilder.DropTable(
                name: "fnd_entry");

            migrationBuilder.DropTable(
                name: "fnd_line");

            migrationBuilder.DropTable(
                name: "fnd_month");

            migrationBuilder.DropTable(
                name: "fnd_month_balance");

            migrationBuilder.DropTable(
                name: "fnd_voucher");
        }
    }
}
