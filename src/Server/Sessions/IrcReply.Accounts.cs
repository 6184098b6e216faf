using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>What a client is told of its account: logging in, registering, certificates, devices.</summary>
public abstract partial record IrcReply
{
    /// <summary>The next word of SASL.</summary>
    public sealed record Authenticate(string Word) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.Writer.Command("AUTHENTICATE"u8).Param(Word).End();
    }

    /// <summary>The client is logged in. <paramref name="Nick"/> is what it called itself before it was let in.</summary>
    public sealed record LoggedIn(string Nick, string Mask, string Account) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => to.Writer.Source(to.Server).Command(Numerics.RplLoggedIn)
            .Param(to.IsNamed ? to.Nick : Nick).Param(Mask).Param(Account).Last($"You are logged in as {Account}").End();
    }

    /// <summary>Somebody who is in logged in to that account over this connection, and is told so before anybody else is.</summary>
    public sealed record LoggedInAs(AccountName Account, IrcReply Then) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (from.World.Person(from.Connection).TryGet(out var person))
                AccountAnswers.LoggedIn(person.Who, Account, to);
            Then.Write(from, to);
        }
    }

    /// <summary>Somebody asked for an account over this connection, and has it now, or waits for it.</summary>
    public sealed record Registering(AccountName Account, IrcReply Now, IrcReply Later) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            if (from.World.Person(from.Connection).Exists(person => person.Who.Account.Exists(own => own.Name.Key == Account.Key)))
                new LoggedInAs(Account, Now).Write(from, to);
            else
                Later.Write(from, to);
        }
    }

    /// <summary>An answer of account registration: the command, a word for programs, the account, and a text for people.</summary>
    public sealed record Registered(string Command, string Code, string Account, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) =>
            to.Writer.Source(to.Server).Command(System.Text.Encoding.ASCII.GetBytes(Command)).Param(Code).Param(Account).Last(Text).End();
    }

    /// <summary>What the hub refused to who is not let in yet.</summary>
    public sealed record Refused(Domain.Commands.Command Wish, Domain.Rules.Refusal Why) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => Refusals.Write(to, Wish, Why);
    }

    /// <summary>The certificates that log in to the client's account. What was said to NickServ it answers, in words that every client shows.</summary>
    public sealed record OwnCertificates(bool IsSpoken) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => AccountAnswers.Certificates(from, to, IsSpoken);
    }

    /// <summary>The connections of the client's account.</summary>
    public sealed record OwnDevices(bool IsSpoken) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => DeviceAnswers.Devices(from, to, IsSpoken);
    }

    /// <summary>NOTE, in the form of standard replies.</summary>
    public sealed record Note(string Command, string Code, string About, string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) =>
            to.Writer.Source(to.Server).Command("NOTE"u8).Param(Command).Param(Code).Param(About).LastFitting(Text).End();
    }

    /// <summary>What *playback says.</summary>
    public sealed record FromPlayback(string Text) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => PlayedAnswers.Say(Text, to);
    }

    /// <summary>How much the client's account wants to be told of when it comes into a room.</summary>
    public sealed record OwnPlayback : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => DeviceAnswers.Playback(from, to);
    }

    /// <summary>Whether the client's person stays while nobody is connected.</summary>
    public sealed record OwnPersistence(bool IsSpoken) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => DeviceAnswers.Persistence(from, to, isAsked: true, IsSpoken);
    }
}
