using ChatRoom.Domain.Events;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.People;

namespace ChatRoom.Simulation.Tests.Checking;

/// <summary>
/// Somebody who believes every line keeps a list of who is in their rooms. That list never becomes absurd: names come right after one's own
/// JOIN, nobody comes twice or goes twice, only who is there speaks, and every NAMES answers what is on the list already.
/// </summary>
public sealed class ViewsAreSound : IChecker
{
    private static readonly char[] Prefixes = ['~', '&', '@', '%', '+'];

    public string Promise => "what one hears of a room never contradicts itself";

    public IEnumerable<string> Complaints(Chronicle chronicle)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        // Where strangers may speak, or ever could, who speaks says nothing about who is there.
        var open = chronicle.Branches.SelectMany(NamesOfOpen).ToHashSet();
        return chronicle.Ears.SelectMany(ear => new View(ear, open).Complaints());
    }

    /// <summary>As the rooms where strangers may speak, or ever could, were ever called.</summary>
    private static IEnumerable<string> NamesOfOpen(IReadOnlyList<Recorded> journal)
    {
        var open = journal.Where(recorded => LetsStrangersSpeak(recorded.Event)).Select(recorded => ((IInRoom)recorded.Event).Room).ToHashSet();
        return journal.Select(recorded => recorded.Event).OfType<IInRoom>().Where(happened => open.Contains(happened.Room))
            .SelectMany(happened => happened is Event.RoomRenamed renamed ? (string[])[renamed.Name.Text, renamed.New.Text] : [happened.Name.Text]);
    }

    private static bool LetsStrangersSpeak(Event happened) => happened switch
    {
        Event.ModeSet set => set is { Mode: RoomMode.HearsOutside, Value: not 0 },
        Event.ModesSet set => set.Changes.Any(change => change is { Mode: RoomMode.HearsOutside, Value: not 0 }),
        _ => false,
    };

    private sealed class View(Ear ear, System.Collections.Generic.HashSet<string> heardFromOutside)
    {
        private readonly Dictionary<string, SortedSet<string>> _rooms = [];
        private readonly Dictionary<string, SortedSet<string>> _names = [];
        private readonly List<string> _complaints = [];
        private string? _entering;
        private string _self = "";

        public List<string> Complaints()
        {
            foreach (var heard in Hearing.WithoutHistory(ear))
                Take(heard.Line, heard.Line.Source?.Split('!') is [var nick, _] ? nick : null);
            return _complaints;
        }

        private void Take(Message line, string? nick)
        {
            var room = line.Parameter(0);
            if (_entering is not null && nick is not null && line.Command is "JOIN" or "PART" or "KICK" or "QUIT" or "NICK" or "PRIVMSG")
                Complain($"'{line}' between the JOIN of {_entering} and its names");
            switch (line.Command)
            {
                case "001":
                    _self = room;
                    break;
                case "353":
                    Names(line.Parameter(2)).UnionWith(line.Parameter(3).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.TrimStart(Prefixes)));
                    break;
                case "366":
                    EndNames(line.Parameter(1));
                    break;
                case "JOIN" when nick == _self:
                    Enter(room);
                    break;
                case "JOIN":
                    Require(_rooms.TryGetValue(room, out var entered) && entered.Add(nick!), line);
                    break;
                case "PART":
                    Require(_rooms.TryGetValue(room, out var left) && left.Remove(nick!), line);
                    if (nick == _self)
                        _rooms.Remove(room);
                    break;
                case "RENAME":
                    Require(_rooms.Remove(room, out var same) && _rooms.TryAdd(line.Parameter(1), same), line);
                    break;
                case "QUIT":
                    Require(RemoveEverywhere(nick!) | nick == _self, line);
                    break;
                case "NICK":
                    Rename(line, nick!, room);
                    break;
                case "KICK":
                    var kicked = line.Parameter(1);
                    Require(_rooms.TryGetValue(room, out var without) && without.Remove(kicked), line);
                    if (kicked == _self)
                        _rooms.Remove(room);
                    break;
                case "PRIVMSG" or "NOTICE" or "TAGMSG" when nick is not null && room.Contains('#', StringComparison.Ordinal) && !heardFromOutside.Contains(room.TrimStart(Prefixes)):
                    Require(_rooms.TryGetValue(room.TrimStart(Prefixes), out var members) && (members.Contains(nick) || IsToldAgain(line.Parameter(1))), line);
                    break;
            }
        }

        /// <summary>One's own line may be told again after one was somebody else, without a word if it was forgotten meanwhile. Nobody says nothing.</summary>
        private bool IsToldAgain(string text) => text.Length == 0 || ear.Sent.Exists(sent => sent.Text == text);

        private void Enter(string room)
        {
            if (_rooms.ContainsKey(room))
                Complain($"JOIN of {room}, where they are");
            (_entering, _rooms[room]) = (room, []);
        }

        private void EndNames(string room)
        {
            _names.Remove(room, out var told);
            told ??= [];
            if (_entering == room)
            {
                _entering = null;
                if (!told.Contains(_self))
                    Complain($"names of {room} without {_self}, who is there");
                _rooms[room] = told;
            }
            else if (_rooms.TryGetValue(room, out var known) && !known.SetEquals(told))
            {
                Complain($"names of {room} are [{string.Join(' ', told)}], and from what was heard they are [{string.Join(' ', known)}]");
            }
        }

        private SortedSet<string> Names(string room)
        {
            if (!_names.TryGetValue(room, out var names))
                _names[room] = names = new SortedSet<string>(StringComparer.Ordinal);
            return names;
        }

        private bool RemoveEverywhere(string nick)
        {
            var was = false;
            foreach (var members in _rooms.Values)
                was |= members.Remove(nick);
            return was;
        }

        private void Rename(Message line, string old, string fresh)
        {
            var rooms = 0;
            foreach (var members in _rooms.Values.Where(members => members.Remove(old)))
            {
                rooms++;
                Require(members.Add(fresh), line);
            }
            Require(rooms > 0 || old == _self, line);
            if (old == _self)
                _self = fresh;
        }

        private void Require(bool isSound, Message line)
        {
            if (!isSound)
                Complain($"'{line}'");
        }

        private void Complain(string what) => _complaints.Add($"{ear} heard {what}");
    }
}
