using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// The short questions: what a client is told in a few lines, by the name that it has at this place (a NICK before it may be under way). The
/// hub's thread writes them straight into its renderer's buffer. A new one is a case here.
/// </summary>
public abstract partial record IrcReply : Question
{
    private IrcReply() { }

    public abstract void Write(in Standpoint from, Sessions.Numeric to);

    /// <summary>A numeric whose last parameter is a text, about a word of the client's if one is named.</summary>
    public sealed record Numeric(int Code, string About, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var begun = to.Begin(Code);
            if (About.Length > 0)
                begun.Param(Sessions.Numeric.Word(About));
            begun.Last(Text).End();
        }
    }

    /// <summary>Who comes from there is banned.</summary>
    public sealed record KeptOut(string Why) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.Begin(Numerics.ErrYoureBannedCreep).LastFitting(Why).End();
    }

    /// <summary>It takes a right of operators of the server.</summary>
    public sealed record NoPower(Powers Needed, bool IsOnDuty) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => Refusals.NoPower(to, new Refusal.NoPower(Needed, IsOnDuty)).End();
    }

    /// <summary>From the server itself, which every client shows.</summary>
    public sealed record Notice(string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => OperatorAnswers.Notice(to, Text);
    }

    /// <summary>FAIL, in the form of standard replies: a word for programs, and a text for people.</summary>
    public sealed record Fail(string Command, string Code, string About, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var begun = to.Writer.Source(to.Server).Command("FAIL"u8).Param(Command).Param(Code);
            foreach (var word in About.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                begun.Param(Sessions.Numeric.Word(word));
            begun.Last(Text).End();
        }
    }

    /// <summary>FAIL about several words.</summary>
    public sealed record FailOf(string Command, string Code, Domain.Data.ValueList<string> About, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var begun = to.Writer.Source(to.Server).Command("FAIL"u8).Param(Command).Param(Code);
            foreach (var word in About)
                begun.Param(Sessions.Numeric.Word(word));
            begun.Last(Text).End();
        }
    }

    /// <summary>That the client acts as an operator by that account, if it does at this place; where it was refused, the refusal says enough.</summary>
    public sealed record IfOnDuty(AccountName Account) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var world = from.World;
            if (world.Person(from.Connection).Filter(person => person.OnDutyAs.Exists(own => own.Name.Key == Account.Key)).TryGet(out var person))
                to.Begin(Numerics.RplYoureOper).Last($"You are an operator of this server with these rights: {PowerWords.Of(world.PowersOf(person))}").End();
        }
    }

    /// <summary>In the name that clients look for where accounts are talked about.</summary>
    public sealed record FromNickServ(string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.FromNickServ(Text);
    }

    /// <summary>An answer about capabilities. <paramref name="Nick"/> is what the client called itself before it was let in.</summary>
    public sealed record Cap(string Nick, string Sub, string List) : IrcReply
    {
        /// <summary>More of the list is in the next line.</summary>
        public bool IsMore { get; init; }

        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var begun = to.Writer.Source(to.Server).Command("CAP"u8).Param(to.IsNamed ? to.Nick : Nick).Param(Sub);
            (IsMore ? begun.Param("*") : begun).LastFitting(List).End();
        }
    }

    /// <summary>What the server says of itself is not what it was: 005 once more, with what changed.</summary>
    public sealed record SupportChanged(Domain.Data.ValueList<string> Tokens) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => Welcome.Support(ISupport.ToLines(Tokens), to);
    }

    /// <summary>Is the client still there?</summary>
    public sealed record Ping : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.Writer.Command("PING"u8).Last(to.Server).End();
    }

    public sealed record Pong(string Token) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) =>
            to.Writer.Source(to.Server).Command("PONG"u8).Param(to.Server).LastFitting(Token).End();
    }

    public sealed record Motd : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => from.Welcome.Motd(to);
    }

    public sealed record Users : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => from.Welcome.Users(from, to);
    }

    /// <summary>Of this server, or of the one that is called so.</summary>
    public sealed record Version(string Server) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (ServerAnswers.Find(from, Server, to) is not { } asked)
                return;
            if (asked.IsThis)
                from.Welcome.Version(from.World, to);
            else
                to.Begin(Numerics.RplVersion).Param(asked.Version).Param(asked.Name).Last("ChatRoom").End();
        }
    }

    /// <summary>What the server's clock says, for programs and for people.</summary>
    public sealed record Time(long Milliseconds) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) =>
            to.Begin(Numerics.RplTime).Param(to.Server).Param(Milliseconds / 1000).Last(ServerTime.Format(Milliseconds)).End();
    }

    public sealed record Info : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => from.Welcome.Info(to);
    }

    public sealed record Topic(RoomName Room) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (RoomAnswers.Find(from.World, Room, from.Connection, mustBeIn: true, to) is { } room)
                RoomAnswers.Topic(room, to);
        }
    }

    public sealed record RoomModes(RoomName Room) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (RoomAnswers.Find(from.World, Room, from.Connection, mustBeIn: false, to) is { } room)
                RoomAnswers.Modes(room, from.World.Person(from.Connection).Exists(person => room.Has(person.Id)), to);
        }
    }

    /// <summary>The masks on the lists of a room that have this letter.</summary>
    public sealed record Masks(RoomName Room, char Letter) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (RoomAnswers.Find(from.World, Room, from.Connection, mustBeIn: false, to) is { } room)
                RoomAnswers.Masks(room, Letter, to);
        }
    }

    /// <summary>The accounts that are founders of a room, there or not.</summary>
    public sealed record Founders(RoomName Room) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (RoomAnswers.Find(from.World, Room, from.Connection, mustBeIn: false, to) is { } room)
                RoomAnswers.Founders(from.World, room, to);
        }
    }

    /// <summary>The rooms that let the client in whatever is set there.</summary>
    public sealed record Invitations : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var world = from.World;
            foreach (var room in world.Person(from.Connection).Map(person => person.Invitations.Select(id => world.Rooms[id])).IfNone([]))
                to.Begin(Numerics.RplInviteList).Param(room.Name.Text).End();
            to.Begin(Numerics.RplEndOfInviteList).Last("End of the list of invitations").End();
        }
    }

    /// <summary>What stands behind the letter of a mode is not what it needs.</summary>
    public sealed record InvalidMode(RoomName Room, char Letter, string Given, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) =>
            to.Begin(Numerics.ErrInvalidModeParam).Param(Room.Text).Param($"{Letter}").Param(Sessions.Numeric.Word(Given)).Last(Text).End();
    }

    /// <summary>Whom the client does not hear.</summary>
    public sealed record Silences : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PeopleAnswers.Silences(from.World.Person(from.Connection), to);
    }

    /// <summary>Where those of these people are who are here (302).</summary>
    public sealed record UserHosts(Domain.Data.ValueList<Nick> Of) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PeopleAnswers.UserHosts(from.World, Of, to);
    }

    /// <summary>Who of these people is here (303).</summary>
    public sealed record AreOn(Domain.Data.ValueList<Nick> Of) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PeopleAnswers.AreOn(from.World, Of, to);
    }

    /// <summary>The modes of a person, which are the client's own or none of its business.</summary>
    public sealed record PersonModes(string Target, string Modes) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PeopleAnswers.Modes(from.World, Target, Modes, to);
    }
}

/// <summary>From where a question is answered: who asks, the world at its place in the order, and what the server knows besides.</summary>
public readonly record struct Standpoint(World World, ConnectionId Connection, ServerInfo Info, Welcome Welcome, IHistory History)
{
    public required Func<Facts> Facts { get; init; }

    /// <summary>A connection that this server holds; null for another one's.</summary>
    public required Func<ConnectionId, LocalConnection?> Local { get; init; }

    /// <summary>How many people are here over a connection of this server.</summary>
    public Func<int> Present { get; init; } = () => 0;

    public required Recollection Lately { get; init; }

    /// <summary>Of which metadata the client wants to hear.</summary>
    public Domain.Data.ValueList<MetadataKey> Subscribed { get; init; }

    /// <summary>Of the certificate that the client showed when TLS began.</summary>
    public CertificatePrint? Certificate { get; init; }
}
