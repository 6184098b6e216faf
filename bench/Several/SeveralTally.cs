using System.Globalization;

namespace ChatRoom.Bench.Several;

/// <summary>What was found. Everything from <see cref="Lost"/> on has to be zero.</summary>
public sealed record SeveralTally
{
    /// <summary>What was done to servers and database, and how often.</summary>
    public IReadOnlyDictionary<string, int> Faults { get; init; } = new Dictionary<string, int>();

    public int Echoed { get; init; }

    public int Heard { get; init; }

    public int Kept { get; init; }

    /// <summary>Lines that their server said it did not keep.</summary>
    public int Refused { get; init; }

    public TimeSpan SlowestEcho { get; init; }

    /// <summary>Its echo came, and it is not in the journal.</summary>
    public int Lost { get; init; }

    /// <summary>It is in the journal more than once.</summary>
    public int Doubled { get; init; }

    /// <summary>Somebody heard it, and it is not in the journal, or not under that id.</summary>
    public int FalselyHeard { get; init; }

    /// <summary>Somebody heard it elsewhere than in the order of the journal.</summary>
    public int Reordered { get; init; }

    /// <summary>While somebody was there, a line was kept that they did not hear.</summary>
    public int Missed { get; init; }

    /// <summary>It was refused as not kept, and it is in the journal.</summary>
    public int FalselyRefused { get; init; }

    /// <summary>Turns that would have written a number again: a server that decided on the world as it is under the lock never does.</summary>
    public int Collided { get; init; }

    /// <summary>What an asynchronous standby had not got when it took over: the journal's epochs say of each such line that it is gone.</summary>
    public int NamedAsLost { get; init; }

    /// <summary>So many different answers there were at the end to who is there: 1 is right.</summary>
    public int Worlds { get; init; } = 1;

    /// <summary>Servers that ended although nobody ended them.</summary>
    public int Failed { get; init; }

    public bool IsGood => Echoed > 0 && Worlds == 1 && Lost + Doubled + FalselyHeard + Reordered + Missed + FalselyRefused + Collided + Failed == 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Faults.Values.Sum()} faults ({string.Join(", ", Faults.Select(fault => $"{fault.Key} {fault.Value}"))}): {Echoed} echoed, {Kept} kept, {Heard} heard, {Refused} refused; "
        + $"lost {Lost}, doubled {Doubled}, falsely heard {FalselyHeard}, reordered {Reordered}, missed {Missed}, falsely refused {FalselyRefused}, collided {Collided}, named as lost {NamedAsLost}, worlds {Worlds}, servers that failed {Failed}; slowest echo {SlowestEcho.TotalSeconds:0.0} s");
}
