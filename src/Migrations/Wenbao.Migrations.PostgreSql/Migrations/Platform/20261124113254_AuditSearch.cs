using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenbao.Migrations.PostgreSql.Migrations.Platform
{
    /// <inheritdoc />
    public partial class AuditSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_plt_audit_actor_sequence",
                table: "plt_audit",
                columns: new[] { "actor", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_plt_audit_at_sequence",
                table: "plt_audit",
                columns: new[] { "at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_plt_audit_subject_sequence",
                table: "plt_audit",
                columns: new[] { "subject", "sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plt_audit_actor_sequence",
                table: "plt_audit");

            migrationBuilder.DropIndex(
                name: "ix_plt_audit_at_sequence",
                table: "plt_audit");

            migrationBuilder.DropIndex(
                name: "ix_plt_audit_subject_sequence",
                table: "plt_audit");
        }
    }
}
