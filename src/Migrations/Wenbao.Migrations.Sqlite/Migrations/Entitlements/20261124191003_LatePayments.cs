using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.Sqlite.Migrations.Entitlements
{
    /// <inheritdoc />
    public partial class LatePayments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_pol_entitlement_unsettled",
                table: "pol_entitlement",
                columns: new[] { "granted_on", "id" },
                filter: "state = 'Granted'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_pol_entitlement_unsettled",
                table: "pol_entitlement");
        }
    }
}
