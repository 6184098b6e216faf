using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Server;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;

namespace ChatRoom.Bench.Micro;

/// <summary>
/// From an event that is kept to bytes handed to every client in the room: rendering, outboxes, flush. The clients take everything and do
/// nothing, so what is left out is the system's part, which is by far the larger one.
/// </summary>
[MemoryDiagnoser]
public class FanOut : IDisposable
{
    private readonly MemoryJournal _journal = new();
    private IHistory? _history;
    private Delivery? _delivery;
    private Outcome _said;

    [Params(100, 1000)]
    public int Connections { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var info = new ServerInfo("chatroom.local", "ChatRoom", "chatroom", default, _journal.Epochs, new PublishedSettings(new LiveSettings()));
        _history = _journal.OpenHistory();
        var crowd = new Crowd(Connections);
        var membership = new MembershipIndex();
        var options = Offered.DeliveryOptions(Offered.All);
        for (var number = 1; number <= Connections; number++)
            membership.Open(new LocalConnection(Crowd.Connection(number), new Nobody()) { DeliveryOptions = options });
        _delivery = new Delivery(new LineRenderer(info, _history, new Welcome(info, new Census())), membership, new HubCounters());
        foreach (var step in crowd.Steps)
        {
            // The welcomes are not what is measured: only who sits in which room.
            Deliver(new Outcome(null, step.World, step.Decision, [], step.Effects));
        }
        var said = StateMachine.Take(crowd.World, Facts.None, Crowd.From(1, Crowd.Say()));
        _said = new Outcome(null, said.World, said.Decision, said.Events, said.Effects);
    }

    [Benchmark]
    public int Message() => Deliver(_said);

    [GlobalCleanup]
    public void Dispose()
    {
        _history?.Dispose();
        _journal.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Deliver(in Outcome outcome)
    {
        _delivery!.Begin();
        _delivery.Deliver(outcome);
        return _delivery.Flush().Count;
    }

    /// <summary>A client that takes whatever it is given.</summary>
    private sealed class Nobody : IClient
    {
        public PipeScheduler Workers => PipeScheduler.ThreadPool;

        public int MostWaiting => Limits.BacklogBytes;

        public int TrySend(ReadOnlySpan<byte> bytes) => bytes.Length;

        public ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes) => ValueTask.FromResult(true);

        public void Finish(Exception? fault = null)
        {
            if (fault is not null)
                throw new InvalidOperationException("A delivery failed.", fault);
        }

        public void Hurry(Ending why) => throw new InvalidOperationException("Nobody is closed here.");

        public void Admitted(bool isIn)
        {
            if (!isIn)
                throw new InvalidOperationException("Everybody is let in here.");
        }

        public void Answered() => throw new InvalidOperationException("Nobody asks anything here.");
    }
}
