using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Time;
using Wenbao.Server;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao clock</c>: shows the business day of made-up data, or moves it on; every day on the way begins.</summary>
internal static class ClockCommand
{
    private static readonly LocalizedText Day = new("业务日期 {0}", "Business day {0}");

    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var days = new Option<int>("--working-days") { Description = "移动几个工作日 / How many working days", HelpName = "N", Required = true };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 1 or > 260)
            {
                result.AddError(new LocalizedText("--working-days 要在 1 至 260 之间。", "--working-days is between 1 and 260.").For());
            }
        });
        var advance = new Command("advance", "把演示数据的业务日期往后移 / Move the business day of demo data on") { days };
        advance.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => AdvanceAsync(district, District.OptionsOf(parsed, options), terminal, parsed.GetValue(days), stop), cancel));
        var show = new Command("show", "显示业务日期 / Show the business day");
        show.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, _) => Task.FromResult(Show(district, terminal)), cancel));
        return new Command("clock", "业务日期 / The business day") { advance, show };
    }

    private static async Task<int> AdvanceAsync(District district, WenbaoOptions wanted, Terminal terminal, int days, CancellationToken cancel)
    {
        var target = district.Services.GetRequiredService<WorkCalendar>().Add(district.Services.GetRequiredService<BusinessClock>().Today, new WorkingDays(days));
        if (!target.IsSuccess)
        {
            return terminal.Refuse(target.Problem!);
        }

        var problem = await DemoDistrict.MoveToAsync(district.Services, wanted, target.Value, cancel).ConfigureAwait(false);
        return problem is null ? Show(district, terminal) : terminal.Refuse(problem);
    }

    private static int Show(District district, Terminal terminal)
    {
        terminal.Line(Day.With(district.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return WenbaoCommand.Success;
    }
}
