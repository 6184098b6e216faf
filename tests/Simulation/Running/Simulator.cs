using ChatRoom.Simulation.Tests.Checking;
using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Machines;
using ChatRoom.Simulation.Tests.Stories;
using ChatRoom.Simulation.Tests.Time;
using ChatRoom.Simulation.Tests.Wires;

namespace ChatRoom.Simulation.Tests.Running;

/// <summary>
/// A whole world in one stack: machines with real servers, one journal, people and their clients, and the wires between them. One seed says
/// all: who does what (the story), and in which order everything else happens in between.
/// </summary>
public sealed partial class Simulator
{
    private static readonly string[] Capabilities =
    [
        "",
        "echo-message",
        "message-tags server-time batch away-notify multi-prefix invite-notify account-notify account-tag extended-join setname",
        "message-tags server-time echo-message batch labeled-response draft/multiline",
        "message-tags server-time echo-message batch labeled-response away-notify draft/chathistory chatroom/once chatroom/context draft/message-redaction",
        "message-tags server-time echo-message batch labeled-response away-notify draft/chathistory draft/event-playback soju.im/search draft/message-redaction draft/multiline draft/channel-rename chatroom/once chatroom/resume",
    ];

    private static readonly string[] Names = ["Tuan", "Duy", "Mai", "Linh", "Hoa", "Nam"];

    /// <summary>Which people know, and enter. They may be called otherwise.</summary>
    public static readonly IReadOnlyList<string> RoomNames = ["#lobby", "#kitchen", "#garden"];

    public Simulator(ulong seed, bool isTraced = false, Mutant mutant = Mutant.None)
    {
        Chance = new Chance(seed);
        Trace = isTraced ? [] : null;
        Setup = Setup.Draw(Chance);
        Store = Setup.HasDatabase ? new Database(this, Setup.HasStandby, mutant) : new Store(this);
        Servers = [.. Enumerable.Range(1, Setup.Servers).Select(index => new Machine(this, index))];
        Plain = [.. Enumerable.Range(0, Setup.Plain).Select(NewPlain)];
        Screens = [.. Enumerable.Range(Setup.Plain, Setup.Screens).Select(NewScreen)];
        People = [.. Plain, .. Screens];
    }

    /// <summary>Of the part of the story that is being told.</summary>
    public Chance Chance { get; private set; }

    public Setup Setup { get; }

    public SimulatedClock Clock { get; } = new();

    public Store Store { get; }

    public IReadOnlyList<Machine> Servers { get; }

    public IReadOnlyList<PlainPerson> Plain { get; }

    public IReadOnlyList<ScreenPerson> Screens { get; }

    public IReadOnlyList<Person> People { get; }

    /// <summary>Wires that their people have left, and of which the server does not know it yet.</summary>
    public List<Wire> Leaving { get; } = [];

    public Chronicle Chronicle { get; } = new();

    public Met Met { get; } = new();

    /// <summary>What happens, in words; null where nobody reads them.</summary>
    public List<string>? Trace { get; }

    public int Step { get; private set; }

    public Moment Now => new(Step, Store.Branch, Store.End);

    /// <summary>Whose code is on the stack.</summary>
    public Machine? Acting { get; set; }

    public IEnumerable<Machine> Up => Servers.Where(server => server.State == MachineState.Up && server.Id != default);

    public static string Other(string nick) => $"{nick}_";

    /// <summary>Tells the story to its end, and what it came to.</summary>
    public Chronicle Tell(IEnumerable<Beat> story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var outer = SynchronizationContext.Current;
        // Else what goes on after a wait would go where a test runner wants it, and not on our stack.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            foreach (var server in Servers)
                server.Start();
            foreach (var person in Screens)
                person.Begin();
            foreach (var beat in story)
                Tell(beat);
            Calm();
            return Chronicle;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Another server has to forget what a turn forgot.</summary>
    public void Outdate()
    {
        foreach (var server in Servers)
            server.Outdate();
    }

    /// <summary>Another copy of the journal takes over, and lacks what came after so many turns.</summary>
    public void LoseTail(int turns)
    {
        Chronicle.Lost.Add([.. Store.Written]);
        Store.LoseTail(turns);
        foreach (var server in Servers)
            server.Outdate();
    }

    private void Tell(Beat beat)
    {
        Chance = new Chance(beat.Draw);
        Trace?.Add($"{beat.Number,3}. {beat.Row.Name}");
        foreach (var person in Plain.Where(person => !person.IsConnected && Chance.OneIn(3)))
            person.Dial(Chance);
        if (beat.Row.Act(this, Chance))
            Met.Count(beat.Row.Group, beat.Row.Name);
        for (var left = Chance.Below(25); left > 0 && TakeStep(); left--)
            Met.Steps++;
        if (Chance.OneIn(4))
            Clock.Pass(TimeSpan.FromMilliseconds(Chance.Between(1, 3000)));
    }

    private PlainPerson NewPlain(int index)
    {
        var capabilities = Chance.Pick(Capabilities);
        return new PlainPerson(this, Names[index], capabilities, capabilities.Contains("resume", StringComparison.Ordinal) ? Token() : null);
    }

    private ScreenPerson NewScreen(int index) =>
        new(this, Names[index], [.. RoomNames.Where(_ => Chance.OneIn(2))], Token(), Chance.OneIn(2));

    private string Token() => $"{Chance.Next():x16}{Chance.Next():x16}";
}
