using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

/// <summary>
/// A chat and its connection together, without a network: what the server says goes in, what a person would read comes out as text, and so
/// does what is sent.
/// </summary>
internal sealed class Chatting
{
    /// <summary>All that our server has.</summary>
    public const string Modern =
        "message-tags server-time echo-message batch labeled-response multi-prefix draft/chathistory draft/message-redaction soju.im/search";

    private readonly List<string> _sent = [];
    private UInt128 _id = Conversation.Id;

    private Chatting(ClientSettings settings) => Model = new ChatModel(new ClientModel(settings));

    public ChatModel Model { get; private set; }

    public DateTimeOffset Now { get; private set; } = Conversation.Now;

    public IEnumerable<string> Sent => _sent.Where(line => !line.StartsWith("PING ", StringComparison.Ordinal));

    /// <summary>Greeted, with these capabilities; JOIN #lobby is said.</summary>
    public static Chatting Ready(string capabilities = "", string support = "", int history = 0, IEnumerable<Bookmark>? left = null, string looking = "",
        Func<ClientSettings, ClientSettings>? change = null)
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        Assert.True(RoomName.TryParse("#lobby", out var room, out _));
        var settings = new ClientSettings(nick, [room], history) { Features = ClientFeatures.Screen };
        var chat = new Chatting(change is null ? settings : change(settings));
        chat.Model = Bookmarks.Reopen(chat.Model, left ?? [], looking);
        chat.Tell(new ClientMessage.Opened(chat.Now));
        if (capabilities.Length > 0)
            chat.Hear($":s CAP * LS :{capabilities}", $":s CAP * ACK :{string.Join(' ', capabilities.Split(' ').Select(word => word.Split('=')[0]))}");
        chat.Hear(
            ":s 001 Tuan :Welcome",
            $":s 005 Tuan CASEMAPPING=ascii CHANTYPES=# PREFIX=(ov)@+ STATUSMSG=@+ CHANMODES=b,k,l,imnt {support} :are supported",
            ":s 422 Tuan :No motd");
        return chat.Forget();
    }

    /// <summary>In the middle of the greeting, in which the server says these.</summary>
    public static Chatting Greeted(params IEnumerable<string> lines)
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        var chat = new Chatting(new ClientSettings(nick, []) { Features = ClientFeatures.Screen });
        chat.Tell(new ClientMessage.Opened(chat.Now));
        return chat.Hear(":s 001 Tuan :Welcome").Hear(lines);
    }

    /// <summary>In the room, with Duy, who is its operator.</summary>
    public static Chatting InRoom(string capabilities = "", string support = "") =>
        Ready(capabilities, support).Hear(":Tuan!t@h JOIN #lobby", ":s 353 Tuan = #lobby :Tuan @Duy", ":s 366 Tuan #lobby :End").Forget();

    public Chatting Hear(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Tell(new ClientMessage.Heard(Message.Parse(line), Now));
        return this;
    }

    public Chatting Wish(ChatWish wish) => Take(ChatUpdate.Wish(Model, wish));

    public Chatting Say(string text, string to = "#lobby", string? replyTo = null) =>
        Wish(new ChatWish.Say(to, text, Manner.Message, _id++, replyTo));

    public Chatting Pass(TimeSpan time)
    {
        Now += time;
        Take(ChatUpdate.Pass(Model, Now));
        Tell(new ClientMessage.Passed(Now));
        return this;
    }

    public Chatting Stand(LinkState link)
    {
        Model = ChatUpdate.Hear(Model, Model.Client, link, [], Now).Model;
        return this;
    }

    /// <summary>The connection broke; what is known afterwards is what the next one begins with.</summary>
    public void Break() =>
        Model = ChatUpdate.Hear(Model, ClientUpdate.Suspend(Model.Client).Model, new LinkState.Connecting(), [], Now).Model;

    /// <summary>A new connection is let in.</summary>
    public Chatting Greet()
    {
        Tell(new ClientMessage.Opened(Now));
        return Hear(":s 001 Tuan :Welcome", ":s 005 Tuan CASEMAPPING=ascii CHANTYPES=# PREFIX=(ov)@+ :are supported", ":s 422 Tuan :No motd");
    }

    public Chatting Forget()
    {
        _sent.Clear();
        return this;
    }

    public ChatRoom.Client.Chat.Conversation In(string name) => Model.Find(name) ?? throw new KeyNotFoundException(name);

    /// <summary>The entries as lines.</summary>
    public IEnumerable<string> Read(string name = "#lobby") => In(name).Entries.Select(Text);

    public IEnumerable<string> People(string name = "#lobby") => In(name).Members.Values.Select(member => member.Rank + member.Nick);

    public static string Text(Entry entry) => Text(entry.What)
        + string.Concat(entry.Reactions.Select(reaction => $" [{reaction.Text} {string.Join(' ', reaction.Nicks)}]"));

    private static string Text(EntryWhat what) => what switch
    {
        EntryWhat.Said said => Text(said),
        EntryWhat.Came e => $"-> {e.Nick}",
        EntryWhat.Went e => $"<- {e.Nick} {e.Reason}",
        EntryWhat.Quit e => $"<< {e.Nick} {e.Reason}",
        EntryWhat.Kicked e => $"{e.By} removes {e.Nick} {e.Reason}",
        EntryWhat.Renamed e => $"{e.Nick} is {e.NewNick}",
        EntryWhat.Topic e => $"topic {e.Nick}: {e.Text}",
        EntryWhat.Modes e => $"{e.Nick} {e.Text}",
        EntryWhat.Info e => $"info: {e.Text}",
        EntryWhat.Invitation e => $"info: {e.By} invites you to {e.Room}",
        EntryWhat.Wrong e => $"wrong: {e.Text}",
        EntryWhat.Gap => "...",
        EntryWhat.Offline e => $"offline {e.From:mm:ss} to {e.Until:mm:ss}",
    };

    private static string Text(EntryWhat.Said e)
    {
        var nick = (e.Mention ? "!" : "") + (e.Own ? "me" : e.Nick) + (e.To is null ? "" : $" to {e.To}");
        var text = e.TakenBackBy is { } by ? $"(taken back by {by})" : e.Text;
        var said = e.Manner == Manner.Action ? $"* {nick} {text}" : e.Notice ? $"-{nick}- {text}" : $"{nick}: {text}";
        var answer = e.ReplyTo is null ? "" : $"({e.ReplyTo}) ";
        return answer + said + (e.Fate == DeliveryState.Kept ? "" : $" ({e.Fate}: {e.Why})");
    }

    private Chatting Take(Step<ChatModel, ClientMessage> step)
    {
        Model = step.Model;
        step.Effects.ForEach(Tell);
        return this;
    }

    private void Tell(ClientMessage message)
    {
        var (client, effects) = ClientUpdate.Update(Model.Client, message);
        _sent.AddRange(effects.OfType<ClientEffect.Send>().Select(effect => effect.Line.ToString()));
        var events = effects.OfType<ClientEffect.Tell>().Select(effect => effect.Event);
        Take(ChatUpdate.Hear(Model, client, new LinkState.Online(), events, Now));
    }
}
