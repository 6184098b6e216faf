namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>All promises that every story has to keep.</summary>
public static class Checkers
{
    /// <summary>Of one story a person reads so many complaints at most.</summary>
    private const int Enough = 20;

    public static IReadOnlyList<IChecker> All { get; } =
    [
        new NothingFails(), new AllHearTheJournal(), new ViewsAreSound(), new LabelsAreAnswered(), new IdsNameOneThing(), new SaidOnce(),
        new RefusedIsNotKept(), new PlacesAreGivenBack(), new HistoryIsTheJournal(), new CalmIsTheJournal(), new OneWorld(), new NobodyIsAGhost(), new ScreensShowTheJournal(),
        new WatchersAreTold(), new StandbyHasWhatWasTold(),
    ];

    public static IReadOnlyList<string> Complaints(Chronicle chronicle) =>
        [.. All.SelectMany(checker => checker.Complaints(chronicle).Select(complaint => $"{checker.Promise}: {complaint}")).Take(Enough)];
}
