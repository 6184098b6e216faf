using System.Collections.Immutable;
using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// All that a client knows about its connection: a value, replaced by <see cref="ClientUpdate"/> and owned by one loop.
/// What a screen shows of it is the screen's business.
/// </summary>
public sealed record ClientModel(ClientSettings Settings)
{
    public ClientPhase Phase { get; init; } = ClientPhase.Fresh;

    /// <summary>Our nickname: until the server has greeted us the one that we ask for.</summary>
    public string Nick { get; init; } = Settings.Nick.Text;

    /// <summary>A nickname that we have asked for since.</summary>
    public string? AskedNick { get; init; }

    /// <summary>`user@host` as others see us; null until the server has shown it.</summary>
    public string? UserHost { get; init; }

    /// <summary>The capabilities offered so far, while the list is arriving.</summary>
    public ImmutableHashSet<string> Offered { get; init; } = [];

    public AccountPhase Proof { get; init; }

    /// <summary>The capabilities that are on.</summary>
    public ImmutableHashSet<string> Active { get; init; } = [];

    /// <summary>What the server said behind the names of capabilities: limits, mechanisms.</summary>
    public ImmutableDictionary<string, string> Details { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ISupport Support { get; init; } = ISupport.Default;

    /// <summary>The letters of all modes that a room can have on this server (004); null before it said so.</summary>
    public string? RoomModes { get; init; }

    /// <summary>Commands that the server said it does not know (421), in capitals.</summary>
    public ImmutableSortedSet<string> Unknown { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableList<RoomState> Rooms { get; init; } = [];

    public ImmutableDictionary<string, OpenBatch> Batches { get; init; } = ImmutableDictionary<string, OpenBatch>.Empty;

    /// <summary>What the person has said and we have not sent: the room is not open yet, or too much is under way.</summary>
    public ImmutableList<ClientMessage.Say> Waiting { get; init; } = [];

    /// <summary>Our lines that are sent and not confirmed, in their order.</summary>
    public ImmutableList<OutgoingLine> Lines { get; init; } = [];

    /// <summary>The number of the last line that we sent.</summary>
    public long LastLine { get; init; }

    /// <summary>The number of our last PING.</summary>
    public long LastRound { get; init; }

    /// <summary>The last PING that came back.</summary>
    public long LastRoundBack { get; init; }

    /// <summary>Commands of the person that may still be answered, in their order.</summary>
    public ImmutableList<Order> Orders { get; init; } = [];

    /// <summary>The conversation in which the last command was given; late answers are shown there.</summary>
    public string LastAsked { get; init; } = "";

    /// <summary>Pages of history that have not come yet.</summary>
    public ImmutableList<PageAsked> Pages { get; init; } = [];

    /// <summary>What happened while history was played.</summary>
    public ImmutableList<ChatEvent> Held { get; init; } = [];

    /// <summary>What the played history contained, so that nothing that was also held is told twice.</summary>
    public ImmutableHashSet<string> Played { get; init; } = [];

    /// <summary>Not null when the person has nothing more to say; the text is for QUIT.</summary>
    public string? Farewell { get; init; }

    /// <summary>A connection before this one was let in, so there are things to go on with.</summary>
    public bool HasBeenHere { get; init; }

    /// <summary>The account that the server takes us for, as it says itself; null for a guest.</summary>
    public string? LoggedInAs { get; init; }

    /// <summary>Of a line that the server tells in pieces (<see cref="OwnRecords"/>), what has come.</summary>
    public string RecordBegun { get; init; } = "";

    /// <summary>When the greeting was over, by our clock; null before that.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The same by the server's clock.</summary>
    public DateTimeOffset ServerReadyAt { get; init; }

    /// <summary>The words with which the person is away; null when they are here.</summary>
    public string? Away { get; init; }

    /// <summary>The last that was told of each conversation, by its name in the server's small letters.</summary>
    public ImmutableSortedDictionary<string, Stamp> Known { get; init; } = ImmutableSortedDictionary.Create<string, Stamp>(StringComparer.Ordinal);

    /// <summary>What is still missing. Until it is told, what happens now waits behind it.</summary>
    public ImmutableList<GapFill> Gaps { get; init; } = [];

    /// <summary>Own messages that gaps contained: lines of ours that were kept, and their echo lost. Said again, they are echoed, and not told again.</summary>
    public ImmutableHashSet<string> OwnPlayed { get; init; } = [];

    /// <summary>Something waits for the server's answer.</summary>
    internal bool IsAsking => !Lines.IsEmpty || LastRound > LastRoundBack;

    /// <summary>Something ends by itself where nothing comes.</summary>
    public bool IsWaiting => Phase != ClientPhase.Ready || IsAsking || !Pages.IsEmpty || !Gaps.IsEmpty;

    /// <summary>How long the server has not answered, once that is worth a word; null while it answers.</summary>
    public TimeSpan? Unanswered(DateTimeOffset now) => WaitingSince is { } since && now - since >= ClientLimits.Patience ? now - since : null;

    /// <summary>When other people's programs began to ask ours, and how often they did since.</summary>
    public DateTimeOffset CtcpSince { get; init; }

    public int CtcpHeard { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset HeardAt { get; init; }

    /// <summary>We have asked whether the server is still there.</summary>
    public bool Probing { get; init; }

    /// <summary>Since then something waits for an answer, and nothing was heard; null while the server answers.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The PING whose way is measured, and when it was sent; null while none is under way.</summary>
    public (long Round, DateTimeOffset At)? Measured { get; init; }

    /// <summary>When the way to the server was measured last.</summary>
    public DateTimeOffset MeasuredAt { get; init; }

    /// <summary>The last way to the server and back; null before the first.</summary>
    public TimeSpan? Lag { get; init; }

    public bool IsLoading => !Gaps.IsEmpty || Rooms.Exists(room => room.Phase == RoomPhase.Loading);

    /// <summary>Whether the person's next line may come. A pipe is not read further until then, so that memory stays bounded.</summary>
    public bool TakesMore => Phase == ClientPhase.Ready && Farewell is null && Waiting.IsEmpty && MaySend > 0;

    /// <summary>How many more lines may be sent before others are confirmed.</summary>
    public int MaySend => Math.Max(0, (Has(Caps.Once) ? ClientLimits.UnderWay : ClientLimits.UnderWayElsewhere) - Lines.Count);

    /// <summary>The texts that nobody has confirmed, in the order in which they were said.</summary>
    public ImmutableList<string> Unconfirmed => [.. Lines.Select(line => line.Text), .. Waiting.Select(said => said.Text)];

    /// <summary>The server plays earlier messages when asked.</summary>
    public bool TellsHistory => Has(Caps.History) && Has(Caps.Batch);

    /// <summary>Messages that one request for history may ask for. In 005, CHATHISTORY=0 or none at all means that the server names no limit.</summary>
    public int MostHistory => Support.ChatHistory is > 0 and var most ? Math.Min(most, ClientLimits.History) : ClientLimits.History;

    /// <summary>The server looks for words in its history.</summary>
    public bool Searches => Has(Caps.Batch) && (Has(Caps.Search) || Has(Caps.SojuSearch));

    /// <summary>Whether a command that needs this mode of a room may be offered: not where the server is known to lack either.</summary>
    public bool Offers(string command, char mode) => !Unknown.Contains(command) && (RoomModes is null || RoomModes.Contains(mode));

    public bool Has(string capability) => Active.Contains(capability);

    public bool Wants(ClientFeatures feature) => Settings.Features.HasFlag(feature);

    /// <summary>Whether a client tag, written with its '+', reaches others (IRCv3 message-tags, CLIENTTAGDENY).</summary>
    public bool Passes(string tag)
    {
        if (!Has(Caps.Tags))
            return false;
        var denied = (Support.Value("CLIENTTAGDENY") ?? "").Split(',');
        return denied.Contains("*") ? denied.Contains($"-{tag[1..]}") : !denied.Contains(tag[1..]);
    }

    /// <summary>Whether the server takes a text of several lines as one message.</summary>
    public bool TakesTogether(string target, string text) => Multiline.Pieces(this, target, text.Trim('\n'), Manner.Message) is not null;

    /// <summary>Whether two names are the same to this server.</summary>
    public bool Same(string a, string b) => Support.CaseMapping.Same(a, b);

    public bool IsOwn(string nick) => Same(nick, Nick);

    /// <summary>
    /// The room that a target means, or null for a person. `@#lobby` reaches only the operators of a room (STATUSMSG) and is part of
    /// its conversation.
    /// </summary>
    public string? RoomOf(string target)
    {
        if (Support.IsChannel(target))
            return target;
        var narrowed = target.Length > 1 && Support.StatusPrefixes.Contains(target[0]) && Support.IsChannel(target[1..]);
        return narrowed ? target[1..] : null;
    }

    public RoomState? Room(string name) => Rooms.Find(room => Same(room.Name, name));

    public GapFill? Gap(string target) => Gaps.Find(gap => Same(gap.Target, RoomOf(target) ?? target));

    internal ClientModel WithRoom(RoomState room)
    {
        var index = Rooms.FindIndex(known => Same(known.Name, room.Name));
        return this with { Rooms = index < 0 ? Rooms.Add(room) : Rooms.SetItem(index, room) };
    }
}
