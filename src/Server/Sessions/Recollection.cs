using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// Who was here lately, and under which nickname (WHOWAS). In memory alone: who went is nobody's business after a while, and a server that was started
/// anew knows only whom it saw go. Used by the hub's thread alone.
/// </summary>
public sealed class Recollection
{
    private readonly Dictionary<string, List<Former>> _byNick = [];
    private readonly Queue<string> _inOrder = [];

    /// <summary>Something happened. <paramref name="before"/> is the world in which it did.</summary>
    public void Note(Recorded what, World before)
    {
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(before);
        var gone = what.Event switch
        {
            Event.Departed went => went.Who,
            Event.Renamed renamed when renamed.New.Key != renamed.Who.Nick.Key => renamed.Who,
            Event.NickReclaimed taken => taken.Who,
            _ => null,
        };
        if (gone is not null)
            Add(gone, what.At, before);
        if (what.Event is Event.Forgotten { What: { Room.IsNone: true } forgotten })
        {
            foreach (var former in _byNick.Values.SelectMany(formers => formers))
                former.RealName = former.RealName.Without(forgotten);
        }
    }

    /// <summary>The newest first.</summary>
    public IEnumerable<Former> Of(string nick) => _byNick.TryGetValue(Folding.Fold(nick), out var formers) ? Enumerable.Reverse(formers) : [];

    private void Add(Actor who, Timestamp at, World before)
    {
        if (!_byNick.TryGetValue(who.Nick.Key, out var formers))
            _byNick[who.Nick.Key] = formers = [];
        var nowhere = new Words("", default);
        formers.Add(new Former(who, before.People.Find(who.Id).Map(person => person.RealName).IfNone(nowhere), at));
        _inOrder.Enqueue(who.Nick.Key);
        if (formers.Count > Limits.FormersOfNick)
            formers.RemoveAt(0);
        while (_inOrder.Count > Limits.Formers)
            Forget(_inOrder.Dequeue());
    }

    private void Forget(string nick)
    {
        if (_byNick.TryGetValue(nick, out var formers) && formers.Count > 0)
            formers.RemoveAt(0);
        if (formers is { Count: 0 })
            _byNick.Remove(nick);
    }

    /// <summary>Somebody who was called that until then.</summary>
    public sealed class Former(Actor who, Words realName, Timestamp until)
    {
        public Actor Who => who;

        public Words RealName { get; set; } = realName;

        public Timestamp Until => until;
    }
}
