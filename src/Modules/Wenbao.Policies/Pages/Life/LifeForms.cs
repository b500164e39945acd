using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Wenbao.Kernel;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Forms;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What the forms of a policy's life post to.</summary>
internal static class LifeForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapEdits(routes);
        MapSteps(routes);
        MapChanges(routes);
    }

    private static void MapEdits(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<CreatedDraft>(
            LifeAddresses.DoCreate,
            fields => new CreateDraft(fields.Text("policy"), fields.OptionalText("new-policy", 80), fields.OptionalText("note", CreateDraft.NoteCharactersMax) ?? ""),
            (_, made) => LifeAddresses.Draft(made.Draft),
            made => Filled(nameof(LifeTexts.DoneCopied), made.Draft));
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/parameter",
            fields => new SetDraftParameter(fields.Number("id"), fields.Text("parameter"), fields.Day("from"), fields.Text("value", SetDraftParameter.ValueCharactersMax)),
            (_, edited) => LifeAddresses.Draft(edited.Draft) + "#parameters",
            Saved);
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/files/{name}",
            // The end of the last line is not a character that anybody typed.
            fields => new EditDraftFile(fields.Number("id"), fields.Text("name"), fields.Text("text", EditDraftFile.CharactersMax) + "\n"),
            (fields, edited) => LifeAddresses.File(edited.Draft, fields.Text("name")),
            Saved);
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/example",
            fields => new EditDraftExample(fields.Number("id"), fields.Text("example"), fields.Text("text", EditDraftExample.CharactersMax)),
            (fields, edited) => LifeAddresses.Example(edited.Draft, fields.Text("example")),
            Saved);
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/expectation",
            fields => new SetDraftExpectation(
                fields.Number("id"), fields.Text("example"),
                new ExpectedDecision(Enum.TryParse<Outcome>(fields.Text("outcome"), out var outcome) ? outcome : Outcome.Ineligible, fields.All("failed"), fields.All("unknown"), fields.Amount("amount").Yuan)),
            (_, edited) => LifeAddresses.Draft(edited.Draft) + "#examples",
            Saved);
    }

    private static void MapSteps(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<TestedDraft>(
            LifeAddresses.DoCreate + "/{id}/test",
            fields => new TestDraft(fields.Number("id")),
            (_, tested) => LifeAddresses.Draft(tested.Draft) + (tested.IsGreen ? "" : "#examples"),
            tested => Filled(nameof(LifeTexts.DoneTested), tested.Examples.Count, tested.Examples.Count(e => !e.Passes)));
        routes.MapOperationForm<SimulatedDraft>(
            LifeAddresses.DoCreate + "/{id}/simulate",
            fields => new SimulateDraft(fields.Number("id"), fields.OptionalText("basis") == nameof(SimulationBasis.AsDated) ? SimulationBasis.AsDated : SimulationBasis.AsIfInForce, fields.OptionalDay("on")),
            (_, simulated) => LifeAddresses.Simulation(simulated.Simulation),
            _ => LifeTexts.Both(nameof(LifeTexts.DoneSimulated)));
        routes.MapOperationForm<SubmittedDraft>(
            LifeAddresses.DoCreate + "/{id}/submit",
            fields => new SubmitDraft(fields.Number("id"), fields.Day("on")),
            (_, submitted) => LifeAddresses.Draft(submitted.Draft),
            submitted => Filled(nameof(LifeTexts.DoneSubmitted), submitted.Version));
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/withdraw", fields => new WithdrawDraft(fields.Number("id")), (_, edited) => LifeAddresses.Draft(edited.Draft), _ => LifeTexts.Both(nameof(LifeTexts.DoneWithdrawn)));
        routes.MapOperationForm<EditedDraft>(
            LifeAddresses.DoCreate + "/{id}/discard", fields => new DiscardDraft(fields.Number("id")), (_, _) => LifeAddresses.Desk, _ => LifeTexts.Both(nameof(LifeTexts.DoneDiscarded)));
        routes.MapOperationForm<DecidedDraft>(
            LifeAddresses.DoCreate + "/{id}/approve",
            fields => new ApproveVersion(fields.Number("id"), fields.OptionalText("note", CreateDraft.NoteCharactersMax) ?? ""),
            (_, decided) => LifeAddresses.Draft(decided.Draft),
            decided => LifeTexts.Both(decided.State == DraftState.Published ? nameof(LifeTexts.DoneInForce) : nameof(LifeTexts.DoneApproved)));
        routes.MapOperationForm<DecidedDraft>(
            LifeAddresses.DoCreate + "/{id}/reject",
            fields => new RejectVersion(fields.Number("id"), fields.Text("note", CreateDraft.NoteCharactersMax)),
            (_, _) => LifeAddresses.Desk,
            _ => LifeTexts.Both(nameof(LifeTexts.DoneReturned)));
    }

    private static void MapChanges(IEndpointRouteBuilder routes)
    {
        MapChange(routes, "suspend", fields => new SuspendPolicy(fields.Text("policy"), fields.Day("on"), Reason(fields)));
        MapChange(routes, "resume", fields => new ResumePolicy(fields.Text("policy"), fields.Day("on"), Reason(fields)));
        MapChange(routes, "extend", fields => new ExtendPolicy(fields.Text("policy"), fields.Day("on"), fields.Day("last-day"), Reason(fields)));
        MapChange(routes, "end", fields => new EndPolicy(fields.Text("policy"), fields.Day("on"), fields.Day("last-day"), Reason(fields)));
        routes.MapOperationForm<DecidedChange>(
            "/do/policy-changes/{id}/approve",
            fields => new ApprovePolicyChange(fields.Number("id"), fields.OptionalText("note", CreateDraft.NoteCharactersMax) ?? ""),
            (fields, _) => Next(fields),
            decided => LifeTexts.Both(decided.State == PolicyChangeState.Done ? nameof(LifeTexts.DoneInForce) : nameof(LifeTexts.DoneApproved)));
        routes.MapOperationForm<DecidedChange>(
            "/do/policy-changes/{id}/reject",
            fields => new RejectPolicyChange(fields.Number("id"), fields.Text("note", CreateDraft.NoteCharactersMax)),
            (fields, _) => Next(fields),
            _ => LifeTexts.Both(nameof(LifeTexts.DoneReturned)));
    }

    private static void MapChange(IEndpointRouteBuilder routes, string deed, Func<FormFields, Platform.Operations.IOperation<RequestedChange>> make) => routes.MapOperationForm(
        "/do/policies/{policy}/" + deed,
        make,
        (fields, _) => LifeAddresses.Versions(fields.Text("policy")) + "#changes",
        requested => requested.DroppedExamples.Count == 0
            ? Filled(nameof(LifeTexts.DoneRequested), requested.Change)
            : Filled(nameof(LifeTexts.DoneRequestedDropping), requested.Change, string.Join(", ", requested.DroppedExamples)));

    private static LocalizedText Reason(FormFields fields) => new(fields.Text("reason", CreateDraft.NoteCharactersMax), fields.Text("reason-en", CreateDraft.NoteCharactersMax));

    private static string Next(FormFields fields) => fields.OptionalText("policy", 80) is { } policy ? LifeAddresses.Versions(policy) + "#changes" : LifeAddresses.Desk;

    private static LocalizedText Saved(EditedDraft edited) => edited.Findings.Count == 0 ? LifeTexts.Both(nameof(LifeTexts.DoneSaved)) : Filled(nameof(LifeTexts.DoneSavedFaulty), edited.Findings.Count);

    private static LocalizedText Filled(string key, params object[] values)
    {
        var text = LifeTexts.Both(key);
        return new LocalizedText(string.Format(CultureInfo.InvariantCulture, text.Zh, values), string.Format(CultureInfo.InvariantCulture, text.En, values));
    }
}
