using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>
/// Somebody who speaks IRC by hand, with the capabilities that the seed gave them: they remember their rooms, go back into them after they
/// were cut off, and say again under its old id what nobody confirmed.
/// </summary>
public sealed class PlainPerson(Simulator simulation, string name, string capabilities, string? token) : Person(simulation, name)
{
    private static readonly char[] Prefixes = ['@', '+', '~', '%'];

    private readonly List<Sent> _unconfirmed = [];
    private readonly List<Sent> _said = [];
    private readonly SortedSet<string> _wanted = new(StringComparer.Ordinal) { Simulator.RoomNames[0] };
    private readonly SortedSet<string> _inside = new(StringComparer.Ordinal);
    private int _labels;
    private int _texts;
    private int _tries;

    /// <summary>As whom they were logged in last.</summary>
    private string? _account;

    /// <summary>They have shown their certificate, and wait for what comes of it.</summary>
    private bool _isShowing;

    /// <summary>As the server calls them.</summary>
    public string Nick { get; private set; } = name;

    public bool IsIn { get; private set; }

    public IReadOnlyCollection<string> Rooms => _inside;

    /// <summary>Messages that they heard, to answer and to ask for what is around them.</summary>
    public List<string> KnownIds { get; } = [];

    /// <summary>What they said last, as they heard it: where, and under which id.</summary>
    public (string Where, string Id)? LastSaid { get; private set; }

    public bool Has(string capability) => Ear?.Has(capability) ?? false;

    public void Dial(Chance chance)
    {
        if (IsConnected || !TryConnect(chance))
            return;
        IsIn = false;
        if (capabilities.Length > 0)
            Command($"CAP REQ :{capabilities}");
        if (token is not null)
        {
            Ear!.Token = token;
            Command($"RESUME {token}");
        }
        if (_account is not null && chance.OneIn(2))
            ShowCertificate();
        else if (_account is { } account)
            Command($"PASS {account}:tea");
        Command($"NICK {Nick}");
        Command($"USER {Name.ToLowerInvariant()} 0 * :{Name} themself");
        Command("CAP END");
    }

    /// <summary>A line that is a command, under a label where that is understood.</summary>
    public void Command(string line) => Send(new Sent(line, Simulator.Now));

    /// <summary>Logs in as whose account the certificate is.</summary>
    public void ShowCertificate()
    {
        _isShowing = true;
        Command("AUTHENTICATE EXTERNAL");
        Command("AUTHENTICATE +");
    }

    /// <summary>Says a text that nobody has said before, and remembers it until it is confirmed.</summary>
    public void Say(string verb, string target, string tags = "", bool isCtcp = false)
    {
        var text = isCtcp ? $"\u0001PING {Name}-{++_texts}\u0001" : $"{Name}-{++_texts}";
        var id = Has("chatroom/once") ? $"{(int)Name[0]:x8}{_texts:x24}" : null;
        Simulator.Chronicle.Said.Add(text);
        SayAgain(new Sent($"{verb} {target} :{text}", Simulator.Now) { Text = text, Id = id, Tags = tags });
    }

    /// <summary>Says several lines, which nobody has said before, as one message.</summary>
    public void SayTogether(string target, int lines)
    {
        Write(new Sent($"BATCH +s draft/multiline {target}", Simulator.Now));
        for (var i = 0; i < lines; i++)
        {
            var text = $"{Name}-{++_texts}";
            Simulator.Chronicle.Said.Add(text);
            Write(new Sent($"@batch=s PRIVMSG {target} :{text}", Simulator.Now));
        }
        Write(new Sent("BATCH -s", Simulator.Now));
    }

    /// <summary>Says one of the last texts once more, as somebody does who did not hear that it was kept.</summary>
    public void SayOnceMore(Chance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        if (_said.Count > 0)
            Send(_said[chance.Below(_said.Count)] with { At = Simulator.Now });
    }

    /// <summary>Says something without words: that they are typing, or what they think of a message.</summary>
    public void SayTags(string target, string tags) => Send(new Sent($"TAGMSG {target}", Simulator.Now) { Tags = tags });

    public void Enter(string room)
    {
        _wanted.Add(room);
        Command($"JOIN {room}");
    }

    public void Leave(string room, string reason)
    {
        _wanted.Remove(room);
        Command($"PART {room} :{reason}");
    }

    public void Quit(string reason) => Command($"QUIT :{reason}");

    /// <summary>The last questions of the story: the answers must describe the journal's end.</summary>
    public void AskInCalm()
    {
        if (!IsIn || Ear is null)
            return;
        Ear.CalmFrom = Ear.Heard.Count;
        foreach (var room in _inside)
        {
            Command($"NAMES {room}");
            Command($"TOPIC {room}");
            if (Has("draft/chathistory"))
                Command($"CHATHISTORY LATEST {room} * 1000");
        }
        Command("MONITOR S");
        Write(new Sent("PING calm", Simulator.Now));
    }

    protected override void Lost() => (IsIn, _tries, _isShowing) = (false, 0, false);

    protected override void Hear(Message line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Tag("label") is { } label && line.Command is "FAIL" or "401" or "403" or "404" or "442")
            _unconfirmed.RemoveAll(sent => sent.Label == label);
        var isOwn = line.Source is { } source && source.Split('!')[0] == Nick;
        // Who came and went then changes nothing now.
        var isPlayed = line.Tag("batch") == "history";
        switch (line.Command)
        {
            case "JOIN" or "PART" or "KICK" or "NICK" when isPlayed:
                break;
            case "PING":
                Write(new Sent($"PONG :{line.Parameter(0)}", Simulator.Now));
                break;
            case "001":
                ComeIn(line.Parameter(0));
                break;
            case "900":
                _account = line.Parameter(2);
                break;
            case "903" when _isShowing:
                Simulator.Met.Count(Group.Outcome, "logged in by certificate");
                _isShowing = false;
                break;
            case "904":
                _isShowing = false;
                break;
            case "901" or "464":
                _account = null;
                break;
            case "433" when !IsIn && ++_tries < 4:
                Nick = $"{Name}{_tries}";
                Command($"NICK {Nick}");
                break;
            case "NICK" when isOwn:
                Nick = line.Parameter(0);
                break;
            case "JOIN" when isOwn:
                _wanted.Add(line.Parameter(0));
                _inside.Add(line.Parameter(0));
                SayUnconfirmed(line.Parameter(0));
                break;
            case "QUIT" when line.Parameter(0) == "you are one person now":
                Simulator.Met.Count(Group.Outcome, "two people became one");
                break;
            case "PART" when isOwn:
                _wanted.Remove(line.Parameter(0));
                _inside.Remove(line.Parameter(0));
                break;
            case "RENAME":
                Follow(_wanted, line);
                Follow(_inside, line);
                break;
            case "KICK" when line.Parameter(1) == Nick:
                _inside.Remove(line.Parameter(0));
                break;
            case "PRIVMSG" or "NOTICE" when isOwn:
                _unconfirmed.RemoveAll(sent => sent.Text == line.Parameter(1));
                break;
        }
        if (line.Command is not "PRIVMSG" || line.Tag("msgid") is not { } id)
            return;
        if (KnownIds.Count < 64)
            KnownIds.Add(id);
        if (isOwn)
            LastSaid = (line.Parameter(0), id);
    }

    private static void Follow(SortedSet<string> rooms, Message line)
    {
        if (rooms.Remove(line.Parameter(0)))
            rooms.Add(line.Parameter(1));
    }

    private void ComeIn(string nick)
    {
        (IsIn, Nick) = (true, nick);
        _inside.Clear();
        if (_wanted.Count > 0)
            Command($"JOIN {string.Join(',', _wanted)}");
        SayUnconfirmed(null);
    }

    /// <summary>To this room, or to people.</summary>
    private void SayUnconfirmed(string? room)
    {
        foreach (var sent in _unconfirmed.Where(sent => sent.Id is not null && sent.Line.Split(' ')[1] is var to && (to.TrimStart(Prefixes) == room || (room is null && !to.Contains('#')))).ToArray())
        {
            _unconfirmed.Remove(sent);
            Simulator.Met.Count(Group.Outcome, "said again under its id");
            SayAgain(sent with { At = Simulator.Now });
        }
    }

    private void SayAgain(Sent sent)
    {
        if (sent.Id is not null)
            _said.Add(sent);
        if (_said.Count > 6)
            _said.RemoveAt(0);
        if (sent.Id is not null && Has("echo-message"))
            _unconfirmed.Add(Send(sent));
        else
            Send(sent);
    }

    private Sent Send(Sent sent)
    {
        var label = Has("labeled-response") && Has("batch") ? $"{Name}{++_labels}" : null;
        var tags = new List<string>();
        if (label is not null)
            tags.Add($"label={label}");
        if (sent.Id is not null)
            tags.Add($"+chatroom/once={sent.Id}");
        if (sent.Tags.Length > 0)
            tags.Add(sent.Tags);
        var whole = sent with { Label = label };
        Write(tags.Count == 0 ? whole : whole with { Line = $"@{string.Join(';', tags)} {sent.Line}" });
        return whole;
    }
}
