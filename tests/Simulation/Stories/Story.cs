using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>What is done in a story, drawn from its seed before it begins.</summary>
public static class Story
{
    public static IReadOnlyList<Row> Rows { get; } = [.. Deeds.Rows, .. Faults.Rows];

    public static IReadOnlyList<Beat> Of(ulong seed)
    {
        // Another stream than that of the setup, which is drawn from the same seed.
        var chance = new Chance(~seed);
        // A third of the stories meet no fault at all: what goes wrong there needs none.
        var rows = chance.OneIn(3) ? Deeds.Rows : Rows;
        return [.. Enumerable.Range(1, chance.Between(20, 90)).Select(number => new Beat(number, chance.Pick(rows, row => row.Weight), chance.Next()))];
    }
}
