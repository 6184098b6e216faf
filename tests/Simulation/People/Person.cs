using System.Text;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Machines;
using ChatRoom.Simulation.Tests.Wires;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>Somebody at the other end of a connection. What they do with a line is their own business; how lines get there is here.</summary>
public abstract class Person(Simulator simulation, string name)
{
    private readonly List<byte> _unfinished = [];

    public string Name => name;

    public Ear? Ear { get; private set; }

    public Wire? Wire { get; private set; }

    /// <summary>They read nothing for a while.</summary>
    public bool IsStalled { get; set; }

    public bool IsConnected => Wire is not null;

    public bool CanHear => Wire is { } wire && !IsStalled && (wire.ForClient > 0 || wire.ServerIsGone);

    protected Simulator Simulator => simulation;

    /// <summary>Everybody has one of their own, and shows it wherever they connect.</summary>
    private string Certificate => $"{(int)name[0]:x64}";

    /// <summary>So many bytes arrive; with the last of them perhaps the end.</summary>
    public void Receive(int many)
    {
        var (wire, ear) = (Wire!, Ear!);
        while (many > 0)
        {
            var taken = wire.Take(many, out var sent);
            many -= taken.Length;
            foreach (var one in taken)
            {
                _unfinished.Add(one);
                if (one == '\n')
                    TakeLine(ear, sent);
                if (Wire != wire)
                    return;
            }
        }
        if (wire.ServerIsGone && wire.ForClient == 0)
            Lose();
    }

    /// <summary>The connection is over for them: given up, or found to be gone.</summary>
    public void Lose()
    {
        if (Wire is null)
            return;
        Wire.EndByClient();
        Ear!.IsOpen = false;
        simulation.Leaving.Add(Wire);
        (Wire, Ear, IsStalled) = (null, null, false);
        _unfinished.Clear();
        Lost();
    }

    public override string ToString() => name;

    protected abstract void Hear(Message line);

    protected abstract void Lost();

    /// <summary>Somebody listens there, and bytes may flow.</summary>
    protected bool TryConnect(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        var listening = simulation.Servers.Where(server => server.State == MachineState.Up && !server.IsAsleep).ToArray();
        if (listening.Length == 0 || chance.Pick(listening) is not { } server || server.Accept(chance.Between(300, 5000), Certificate) is not { } accepted)
            return false;
        Wire = accepted.Wire;
        Ear = new Ear(simulation.Chronicle.Ears.Count, name, $"{server}", accepted.Id, simulation.Store.Branch);
        simulation.Chronicle.Ears.Add(Ear);
        simulation.Trace?.Add($"    {name} connects to {server}");
        return true;
    }

    protected void Write(Sent line)
    {
        if (Wire is null)
            return;
        Ear!.Sent.Add(line);
        simulation.Trace?.Add($"    {name} > {line.Line}");
        Wire.Write(Encoding.UTF8.GetBytes($"{line.Line}\r\n"));
    }

    private void TakeLine(Ear ear, Moment sent)
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_unfinished);
        var whole = bytes.Length >= 2 && bytes[^2] == '\r';
        var fault = Message.TryParse(whole ? bytes[..^2] : bytes[..^1], out var line);
        if (!whole || fault != LineFault.None)
            simulation.Chronicle.Faults.Add($"{ear} heard what is no line: {Encoding.UTF8.GetString(bytes)}");
        _unfinished.Clear();
        if (line is null)
            return;
        simulation.Trace?.Add($"    {name} < {line}");
        if (line.Is("FAIL") && line.Parameter(1) == "NOT_KEPT")
            simulation.Met.Count(Group.Outcome, "a line was not kept");
        ear.Hear(line, sent);
        Hear(line);
    }
}
