using System.Collections.Concurrent;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Rules;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Commands of those who tend the server: messages from nobody whose sender wants to know what became of them. Letters are data, so who waits
/// for which is known beside them.
/// </summary>
public sealed partial class Hub
{
    /// <summary>By the command itself: two equal ones are two orders.</summary>
    private readonly ConcurrentDictionary<Command, TaskCompletionSource<Verdict>> _ordered = new(ReferenceEqualityComparer.Instance);

    private volatile bool _isOver;

    /// <summary>Those of the turn that is under way, with what the rules said.</summary>
    private readonly List<(TaskCompletionSource<Verdict> Sender, Decision Decision)> _decreed = [];

    /// <summary>Ends when the command is decided and kept, or is not. From any thread; nobody's continuation runs on the hub's.</summary>
    public Task<Verdict> Order(Command command)
    {
        var sender = new TaskCompletionSource<Verdict>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_ordered.TryAdd(command, sender))
            throw new InvalidOperationException("This very command is ordered already.");
        Post(HubMessage.FromServer(command));
        // An order that came in just behind the farewell is answered here; the hub decides nothing any more.
        if (_isOver)
            RefuseOrders();
        return sender.Task;
    }

    private void NoteOrder(Command command, Decision decision)
    {
        if (!_ordered.IsEmpty && _ordered.TryRemove(command, out var sender))
            _decreed.Add((sender, decision));
    }

    private void AnswerOrders(string? refused)
    {
        foreach (var (sender, decision) in _decreed)
            sender.SetResult(decision is Decision.Refused no ? new Verdict.Refused(no.Why)
                : refused is not null ? new Verdict.NotKept(refused)
                : new Verdict.Done { Events = decision is Decision.Accepted accepted ? accepted.Events : [] });
        _decreed.Clear();
    }

    /// <summary>The server stops: what nobody decided does not happen.</summary>
    private void EndOrders()
    {
        _isOver = true;
        AnswerOrders("the server stops, and does not know whether it is kept");
        RefuseOrders();
    }

    private void RefuseOrders()
    {
        foreach (var command in _ordered.Keys)
        {
            if (_ordered.TryRemove(command, out var sender))
                sender.SetResult(new Verdict.NotKept("the server is stopping"));
        }
    }
}
