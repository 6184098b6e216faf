using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Loop;

/// <summary>The networks that one is in, each with a connection of its own: how they come, what is kept of them, and how they go.</summary>
internal sealed partial class App
{
    /// <summary>A crash costs no more than this of what was read and written.</summary>
    private static readonly TimeSpan Keeping = TimeSpan.FromSeconds(20);

    /// <summary>By the name of their network.</summary>
    private readonly Dictionary<string, Connection> _connections = [];
    private readonly Dictionary<string, LeftServer> _kept = [];
    private readonly List<string> _unsaid = [];
    private readonly List<Task> _left = [];
    private DateTimeOffset _keptAt;
    private bool _isKept = true;
    private bool _isLeaving;

    /// <summary>
    /// Its section of the list is there from now on, with what was left in it. Where it was there already and its connection was given up, this
    /// is the new one.
    /// </summary>
    private void Join(Connection connection)
    {
        var (values, left) = (connection.Values, settings.LeftAt(connection.Values));
        if (_connections.Remove(connection.Network, out var before))
            _left.Add(before.DisposeAsync().AsTask());
        _connections.Add(connection.Network, connection);
        if (_talk?.Networks.Find(connection.Network) is { } known)
        {
            // The new connection knows nothing of what the old one had to say.
            _unsaid.AddRange(known.Chat.Client.Unconfirmed);
            return;
        }
        var facts = new LinkFacts(values.Place) { Encryption = values.Tls ? "TLS" : null, Account = values.Account };
        var network = new Network(connection.Network, Places.Begin(new ChatModel(new ClientModel(connection.Settings)) { Highlights = [.. settings.Preferences.Highlights] }, values, left), facts);
        if (_talk is { } talk)
        {
            Update(new TalkMessage.Heard(talk.Networks.With(network)));
            _talk = Places.WithDrafts(_talk, network, left);
        }
        else
        {
            Settle(TalkUpdate.Begin(Places.WithDrafts(Screen(network), network, left)));
            Reopen(left);
        }
    }

    private TalkModel Screen(Network network) => new(Networks.Of(network), screen.Size, _theme, clock.LocalTimeZone)
    {
        Now = clock.GetUtcNow(),
        Preferences = settings.Preferences,
        ThemeNames = settings.ThemeNames,
        PaletteSeed = settings.PaletteSeed,
        Aliases = settings.Aliases,
        Remark = settings.Remark,
    };

    /// <summary>The networks that were open in the same window. One for which a password is needed is left to the person.</summary>
    private void Reopen(LeftServer? left)
    {
        foreach (var name in left?.Beside ?? [])
        {
            if (settings.ValuesOf(name) is { } values && settings.TryFind(values, out var encryption, out _))
                Join(new Connection(values, settings, encryption, _happened.Writer, clock, wasThereBefore: true));
            else
                Remark($"{name} was open here too; /connect goes there again");
        }
    }

    private void HearNetwork(Connection from, LinkReport report)
    {
        Chatted(NetworksUpdate.Hear(_talk!.Networks, from.Network, report.Model, report.State, report.Events, clock.GetUtcNow()));
        if (from is { Values.NewPassword: not null, Account: null } && report.Model.LoggedInAs is { } account)
        {
            // The next time one comes as the owner of the account.
            from.Account = account;
            Remark(settings.Remember(from.Values.ToRecent() with { Account = account }));
        }
        if (from.HasEntered || report.State is not LinkState.Online || _talk.Networks.Find(from.Network) is not { } network)
            return;
        from.HasEntered = true;
        Register(from, network.Chat.Client);
        Remark(settings.Remember(from.Values.ToRecent()));
        // What was written to us alone while we were away; rooms tell it when they are joined.
        foreach (var person in network.Chat.Conversations.Where(one => one.Kind == ConversationKind.Person))
            Chatted(NetworksUpdate.Wish(_talk.Networks, from.Network, new ChatWish.LoadLatest(person.Name)));
    }

    /// <summary>What comes of it is said where one is.</summary>
    private void Register(Connection from, ClientModel client)
    {
        if (from.Values.NewPassword is not { } password)
            return;
        var where = _talk!.Networks.Find(from.Network)?.Chat.Looking ?? "";
        if (client.Offered.Contains(Caps.AccountRegistration))
            from.Post(new ClientMessage.Order(Message.Of("REGISTER", "*", "*", password), where));
        else if (client.Offered.Contains(Caps.Sasl))
            from.Post(new ClientMessage.Order(Message.Of("NS", $"REGISTER {password}"), where));
        else
            Remark("this server has no accounts; you are here as a guest");
    }

    private void LookAt(string name)
    {
        if (_talk?.Networks is { } networks && networks.Looking != name && networks.Find(name) is { } network)
            Chatted(NetworksUpdate.Wish(networks, name, new ChatWish.Look(network.Chat.Looking)));
    }

    private void Disconnect(string network, string farewell)
    {
        Keep();
        if (_connections.TryGetValue(network, out var connection))
            connection.Post(new ClientMessage.Leave(farewell));
    }

    /// <summary>A connection that was left has ended, and with it its section; with the last one we leave.</summary>
    private void End(Connection connection)
    {
        if (!ReferenceEquals(_connections.GetValueOrDefault(connection.Network), connection))
            return;
        Keep();
        _connections.Remove(connection.Network);
        _left.Add(connection.DisposeAsync().AsTask());
        _isOver |= _connections.Count == 0;
        if (_isLeaving || _isOver || _talk?.Networks.Find(connection.Network) is not { } network)
            return;
        _unsaid.AddRange(network.Chat.Client.Unconfirmed);
        if (_kept.Remove(connection.Network, out var kept))
            settings.Remember(kept with { Beside = [] });
        Update(new TalkMessage.Heard(_talk.Networks.Without(connection.Network)));
        Keep();
    }

    /// <summary>What one would find again, also after a crash. A file that can't be written is told at the start, when servers are remembered.</summary>
    private void Keep()
    {
        (_keptAt, _isKept) = (clock.GetUtcNow(), true);
        if (_talk is null)
            return;
        foreach (var (name, connection) in _connections)
        {
            if (_talk.Networks.Find(name) is not { } network || Places.Of(_talk, network, connection.Values) is not { } left
                || Places.AreSame(left, _kept.GetValueOrDefault(name)))
                continue;
            _kept[name] = left;
            settings.Remember(left);
        }
    }
}
