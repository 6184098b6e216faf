using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Commands;

/// <summary>What somebody wants. Decide says whether it happens.</summary>
public abstract record Command
{
    private Command() { }

    public sealed record Connect(Nick Nick, string User, string Host, string RealName) : Command
    {
        /// <summary>By what they can come back later, and by what they may come back now.</summary>
        public Option<TokenHash> Token { get; init; }

        /// <summary>The account that they proved; none for a guest.</summary>
        public Option<Credential> Proved { get; init; }

        /// <summary>What they say of themselves from the start.</summary>
        public ValueList<(MetadataKey Key, string Value)> Metadata { get; init; }

        /// <summary>They are away from the start: in these words, or where it is "*" only not there themselves. An empty text says that they are here.</summary>
        public Option<string> Away { get; init; }
    }

    /// <summary>With the word that the room wants, if it wants one.</summary>
    public sealed record Join(RoomName Room, string Key = "") : Command;

    public sealed record Leave(RoomName Room, string Reason) : Command;

    public sealed record Say(Target To, SayKind Kind, Option<IdempotencyKey> Id, Option<About> About, Body Body) : Command
    {
        /// <summary>It asks the other's program something (CTCP). The shell says so, because no rule reads a body.</summary>
        public bool IsCtcp { get; init; }

        /// <summary>So many bytes its sender's names may have, so that its longest line is heard whole. The shell says this too.</summary>
        public int RoomForNames { get; init; } = int.MaxValue;
    }

    /// <summary>A passing sign, such as "is typing".</summary>
    public sealed record Signal(Target To, ValueList<Events.Attribute> Attributes) : Command;

    /// <summary>
    /// Takes back what was said: <paramref name="Id"/> is how they name it, and <paramref name="What"/> what the journal has there. The shell looks that up, because the
    /// world remembers nothing that was said.
    /// </summary>
    public sealed record Redact(Target From, string Id, Option<Spoken> What, string Reason) : Command;

    public sealed record Rename(Nick New) : Command;

    /// <summary>Be away, in these words, or with an empty text here again.</summary>
    public sealed record SetAway(string Text) : Command;

    /// <summary>Says what one is really called.</summary>
    public sealed record SetRealName(string Text) : Command;

    /// <summary>Says something of oneself or of a room under a key, or without a value takes it back.</summary>
    public sealed record SetMetadata(Option<RoomName> Room, MetadataKey Key, Option<string> Value) : Command;

    public sealed record ClearMetadata(Option<RoomName> Room) : Command;

    /// <summary>Has read what was said there up to a moment.</summary>
    public sealed record MarkRead(Target In, Timestamp Until) : Command;

    public sealed record SetTopic(RoomName Room, string Text) : Command;

    /// <summary>Sets a mode of a room, to 0 as it was before anybody did.</summary>
    public sealed record SetMode(RoomName Room, RoomMode Mode, int Value) : Command;

    /// <summary>Sets several at once, so that it is told in one line.</summary>
    public sealed record SetModes(RoomName Room, ValueList<ModeChange> Changes) : Command;

    /// <summary>Gives somebody a right in a room, or takes it away.</summary>
    public sealed record ChangeRight(RoomName Room, Nick Of, Rights Right, bool IsGiven) : Command;

    /// <summary>Registers the nickname that one holds, or from nobody, which is who is not let in yet, a free one; with an invitation where one is needed.</summary>
    public sealed record Register(AccountName Name, Verifier Verifier, Option<TokenHash> Code) : Command
    {
        /// <summary>Where who tends the server reaches them, if they said so.</summary>
        public Option<string> Mail { get; init; }
    }

    /// <summary>Says yes or no to who asked for an account.</summary>
    public sealed record DecideRegistration(AccountName Name, bool IsApproved, string Reason) : Command;

    /// <summary>Somebody who is there has proved an account.</summary>
    public sealed record LogIn(Credential Proved) : Command;

    public sealed record LogOut : Command;

    /// <summary>Of one's own account, or from nobody of any.</summary>
    public sealed record ChangePassword(AccountName Name, Verifier New) : Command;

    /// <summary>Adds a certificate to those that prove an account, or takes it away: one's own, where none is named, or from nobody any.</summary>
    public sealed record ChangeCertificate(Option<AccountName> Name, CertificatePrint Print, bool IsAdded) : Command;

    /// <summary>Says whether one stays while nobody is connected; none for what is usual here.</summary>
    public sealed record SetPersistence(Option<bool> IsOn) : Command;

    /// <summary>Says how many messages one wants to be told of when one comes into a room; none for what is usual there.</summary>
    public sealed record SetPlayback(Option<int> Most) : Command;

    /// <summary>Ends a connection of one's own account, or from nobody of any.</summary>
    public sealed record EndDevice(Option<AccountName> Of, ConnectionId Device) : Command;

    /// <summary>With a code for a forgotten password.</summary>
    public sealed record Recover(TokenHash Code, Verifier New) : Command;

    /// <summary>Sets the word without which nobody comes in, or with an empty one takes it away.</summary>
    public sealed record SetKey(RoomName Room, string Key) : Command;

    /// <summary>Puts a mask on a list of a room, for so many seconds or for good.</summary>
    public sealed record SetMask(RoomName Room, MaskList List, Mask Mask, Option<int> Seconds, string Reason) : Command
    {
        /// <summary>Who was named, where the mask was made of where they come from.</summary>
        public Option<Nick> For { get; init; }
    }

    /// <summary>Takes a mask off a list, and for one that is only a nickname also those that were made for who is called so.</summary>
    public sealed record LiftMask(RoomName Room, MaskList List, Mask Mask) : Command;

    /// <summary>Shows somebody the door.</summary>
    public sealed record Kick(RoomName Room, Nick Of, string Reason) : Command;

    public sealed record InviteTo(RoomName Room, Nick Of) : Command;

    /// <summary>Asks to be let in.</summary>
    public sealed record Knock(RoomName Room, string Words) : Command;

    /// <summary>Ends a room for good; its founder's.</summary>
    public sealed record DropRoom(RoomName Room, string Reason) : Command;

    /// <summary>Calls a room otherwise.</summary>
    public sealed record RenameRoom(RoomName Room, RoomName New, string Reason) : Command;

    /// <summary>Takes no private words from guests, or does again.</summary>
    public sealed record ShutOutGuests(bool IsOn) : Command;

    /// <summary>Takes no private words and invitations from whom the mask means, or does again.</summary>
    public sealed record Silence(Mask Mask, bool IsOn) : Command;

    /// <summary>Somebody has proved an operator's account, to act as one.</summary>
    public sealed record Oper(Credential Proved) : Command;

    /// <summary>Somebody acts as an operator no longer.</summary>
    public sealed record Deoper : Command;

    /// <summary>Somebody knows the code that a server without an operator prints.</summary>
    public sealed record Claim(TokenHash Code) : Command;

    /// <summary>Gives an account rights of an operator, or takes them away.</summary>
    public sealed record ChangePowers(AccountName Account, Powers Powers, bool IsGiven) : Command
    {
        /// <summary>Even if nobody is left who could make operators. Only the shell says so.</summary>
        public bool IsForced { get; init; }
    }

    /// <summary>Ends all connections of somebody. They may come back.</summary>
    public sealed record Kill(Nick Of, string Reason) : Command;

    /// <summary>Keeps somebody out of the server, for so many seconds or for good.</summary>
    public sealed record Ban(BanTarget Of, Option<int> Seconds, string Reason) : Command
    {
        /// <summary>Connections that lie in the range, as the server knows that holds them: no address is kept, so it says so with the command.</summary>
        public ValueList<ConnectionId> Known { get; init; } = [];
    }

    public sealed record Unban(BanTarget Of) : Command;

    public sealed record SetOwnMode(PersonModes Mode, bool IsOn) : Command;

    /// <summary>Says something to all who want to hear operators of the server.</summary>
    public sealed record Announce(string Text) : Command;

    /// <summary>Lets only accounts in, or everybody again.</summary>
    public sealed record SetAlarm(bool IsOn, string Reason) : Command;

    /// <summary>Acts in a room as its founder may, in these words as they were typed.</summary>
    public sealed record Overrule(RoomName Room, Command Act, string Words) : Command;

    /// <summary>The connection ends: said by its owner, or found out by the server.</summary>
    public sealed record Quit(Ending End) : Command;

    // What follows comes from nobody: from the server itself, a timer or an operator's tool.

    /// <summary>
    /// A server begins, and reads events up to this level. Alone on its journal, it is the proof that every other one has ended.
    /// </summary>
    public sealed record StartServer(int Level, bool IsAlone) : Command
    {
        /// <summary>What it is called.</summary>
        public string Name { get; init; } = "";

        /// <summary>Of its program.</summary>
        public string Version { get; init; } = "";

        /// <summary>The key for cloaks that it would bring, if the journal has none yet.</summary>
        public Option<CloakKey> CloakKey { get; init; }
    }

    /// <summary>A server has ended, as others found out.</summary>
    public sealed record EndServer(ServerId Server) : Command;

    /// <summary>Clears the next connections of servers that ended, so many that a turn stays short. Any server may say it, as often as it likes.</summary>
    public sealed record ClearEnded : Command;

    /// <summary>The time of somebody, or of something, may be over.</summary>
    public sealed record Expire : Command;

    /// <summary>An operator's: it comes from a server's settings.</summary>
    public sealed record ChangeLimits(RuleLimitsChange Change) : Command;

    /// <summary>A server says what it made of the journal up to an event.</summary>
    public sealed record CompareWorld(WorldDigest Digest) : Command;

    public sealed record Forget(Forgetting What) : Command
    {
        /// <summary>How far a rule of retention has come with it.</summary>
        public Option<Fact> Noted { get; init; }
    }

    public sealed record AddAccount(AccountName Name, Verifier Verifier) : Command
    {
        /// <summary>What it may do as an operator.</summary>
        public Powers Powers { get; init; }
    }

    public sealed record RemoveAccount(AccountName Name) : Command
    {
        /// <summary>Even if it is the last operator's.</summary>
        public bool IsForced { get; init; }
    }

    /// <summary>A server without an operator: who knows this code is its first one.</summary>
    public sealed record OfferClaim(TokenHash Code) : Command;

    /// <summary>Who knows the code may set an account's password, once and until then.</summary>
    public sealed record GiveRecovery(AccountName Of, TokenHash Code, Timestamp Until) : Command;

    /// <summary>Who knows the code may register one account, until then.</summary>
    public sealed record Invite(TokenHash Code, Timestamp Until) : Command;

    /// <summary>An operator's: it comes from a server's settings.</summary>
    public sealed record SetRegistration(RegistrationPolicy To) : Command;
}
