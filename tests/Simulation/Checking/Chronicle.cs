using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>What a story came to: all that was heard and said, what is in the journal, and what everybody believes in the end.</summary>
public sealed class Chronicle
{
    public List<Ear> Ears { get; } = [];

    /// <summary>In the end, with the words as they were written.</summary>
    public IReadOnlyList<Recorded> Journal { get; set; } = [];

    /// <summary>The same as it is read in the end: words may be forgotten.</summary>
    public IReadOnlyList<Recorded> Read { get; set; } = [];

    /// <summary>The journal as it was before it lost its tail, each time.</summary>
    public List<IReadOnlyList<Recorded>> Lost { get; } = [];

    /// <summary>Each time that another copy took over which has all that anybody was told: the branch that ended, and its last event that is still there.</summary>
    public List<(int Branch, long Last)> Promised { get; } = [];

    /// <summary>Who believes what, by name.</summary>
    public List<(string Whose, World World)> Worlds { get; } = [];

    /// <summary>And who has which facts; the last are those of the journal.</summary>
    public List<(string Whose, Facts Facts)> Facts { get; } = [];

    public List<ScreenView> Screens { get; } = [];

    /// <summary>Every text that somebody said; nobody says one twice.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What went wrong on the way, and can't be right whatever the story is.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Each history that there ever was, in order; the last one is the journal.</summary>
    public IReadOnlyList<IReadOnlyList<Recorded>> Branches => [.. Lost, Journal];
}
