using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>
/// Something that happened and can't be refused any more. Events are kept for ever, each kind with a version of its own: a
/// case may be added, and what Apply makes of an old one never changes. An event says by itself who did it and why. What a
/// person typed freely (<see cref="Body"/>, texts, reasons, real names) can be forgotten, so no decision rests on it; names
/// that people and rooms are called by stay.
/// </summary>
public abstract record Event
{
    private Event() { }

    /// <summary>Whether it goes into the journal. What is not kept is delivered in order and has no place in it.</summary>
    public virtual bool IsKept => true;

    /// <summary>From which level of the journal on it may be written: all servers that share it then can read it.</summary>
    public virtual int Level => 1;

    /// <summary>A server begins under a number that none had before, and reads events up to this level.</summary>
    /// <param name="Name">What it is called; empty where an older version began.</param>
    /// <param name="Version">Of its program; likewise.</param>
    public sealed record ServerStarted(ServerId Server, int Reads, string Name = "", string Version = "") : Event;

    /// <summary>A server is no more. Its connections are gone; an event for each says what comes of it.</summary>
    public sealed record ServerEnded(ServerId Server) : Event;

    /// <summary>Nothing is left of a server that ended.</summary>
    public sealed record ServerCleared(ServerId Server) : Event;

    /// <summary>All servers can read events up to this level, so from here on they may be written.</summary>
    public sealed record LevelRaised(int To) : Event;

    public sealed record LimitsChanged(RuleLimits Limits) : Event;

    /// <summary>Somebody came, over this connection.</summary>
    public sealed record Connected(ConnectionId Connection, Actor Who, string RealName) : Event, IActed;

    /// <summary>Somebody who is there came over another connection too, or back to their place.</summary>
    public sealed record Attached(ConnectionId Connection, Actor Who) : Event, IActed;

    /// <summary>A connection ended, and its person is still there: over another one, or until this moment over none.</summary>
    public sealed record Detached(ConnectionId Connection, Actor Who, CloseReason Why, Option<Timestamp> StaysUntil) : Event, IActed;

    /// <summary>Somebody went, out of every room: with their last connection, or because they did not come back in time.</summary>
    public sealed record Departed(Option<ConnectionId> Connection, Actor Who, CloseReason Why, string Words) : Event, IActed;

    /// <summary>Somebody entered a room. The first one opens it.</summary>
    public sealed record Joined(Actor Who, RoomId Room, RoomName Name, Rights Rights) : Event, IInRoom;

    /// <summary>Somebody left a room. The last one closes it.</summary>
    public sealed record Left(Actor Who, RoomId Room, RoomName Name, string Reason) : Event, IInRoom;

    /// <summary>Something was said.</summary>
    public sealed record Said(Actor Who, Conversation In, SayKind Kind, Option<IdempotencyKey> Id, Option<About> About, Body Body) : Event, IActed;

    /// <summary>Something that was said was taken back, by who said it or who may: its words are forgotten, and all who could hear it are told.</summary>
    public sealed record Redacted(Actor Who, Conversation In, Sequence What, string Reason) : Event, IActed;

    /// <summary>A passing sign such as "is typing". Heard in order by who is there, and not kept.</summary>
    public sealed record Signalled(Actor Who, Conversation In, ValueList<Attribute> Attributes) : Event, IActed
    {
        public override bool IsKept => false;
    }

    public sealed record Renamed(Actor Who, Nick New) : Event, IActed;

    /// <summary>Somebody is away, in these words, or here again.</summary>
    public sealed record AwaySet(Actor Who, bool IsAway, string Text) : Event, IActed;

    /// <summary>Somebody says what they are really called.</summary>
    public sealed record RealNameSet(Actor Who, string RealName) : Event, IActed;

    /// <summary>Somebody says something of themselves or of a room, under a key.</summary>
    public sealed record MetadataSet(Actor Who, MetadataOwner Of, MetadataKey Key, string Value) : Event, IActed;

    /// <summary>It is not said any more, under these keys; all that there were, if so they wished.</summary>
    public sealed record MetadataCleared(Actor Who, MetadataOwner Of, ValueList<MetadataKey> Keys, bool AreAll) : Event, IActed;

    /// <summary>Somebody has read what was said up to a moment in what is called so. Only their own other connections hear it; it is kept as a fact.</summary>
    public sealed record MarkedRead(Actor Who, ReadPlace Place, string Name, Timestamp Until) : Event, IActed
    {
        public override bool IsKept => false;
    }

    /// <summary>An empty text takes the topic away.</summary>
    public sealed record TopicSet(Actor Who, RoomId Room, RoomName Name, string Text) : Event, IInRoom;

    /// <summary>A mode of a room was set; 0 is as before anybody set it.</summary>
    public sealed record ModeSet(Actor Who, RoomId Room, RoomName Name, RoomMode Mode, int Value) : Event, IInRoom;

    /// <summary>Several modes of a room were set at once.</summary>
    public sealed record ModesSet(Actor Who, RoomId Room, RoomName Name, ValueList<ModeChange> Changes) : Event, IInRoom;

    /// <summary>Somebody was given a right in a room, or it was taken away.</summary>
    public sealed record RightChanged(Actor Who, RoomId Room, RoomName Name, Actor Of, Rights Right, bool IsGiven) : Event, IInRoom;

    /// <summary>An account begins, under a number that none had before.</summary>
    public sealed record AccountRegistered(AccountRef Account) : Event, IOfAccount;

    /// <summary>Somebody asked for an account, and waits until who tends the server says yes or no.</summary>
    public sealed record RegistrationAsked(Actor Who, AccountName Name) : Event, IActed;

    /// <summary>Who asked for an account has it, or has not. They are named if they are still there.</summary>
    public sealed record RegistrationDecided(Option<Actor> By, Option<Actor> Of, AccountName Name, bool IsApproved, string Reason) : Event, IModeration;

    /// <summary>An account is no more. Its name is free; a person who registers it inherits nothing.</summary>
    public sealed record AccountRemoved(AccountRef Account) : Event, IOfAccount;

    /// <summary>Somebody, until then a guest or known by another, is known by an account from now on.</summary>
    public sealed record LoggedIn(Actor Who, AccountRef Account) : Event, IActed, IOfAccount;

    /// <summary>
    /// Somebody, until then a guest, is somebody else who is there already, because they proved that one's account: their connections are the other's
    /// now, and in these rooms, where only the guest was, the other is in their place.
    /// </summary>
    public sealed record Merged(Actor Who, Actor Into, ValueList<RoomId> Taken) : Event, IActed;

    /// <summary>Somebody is a guest from now on.</summary>
    public sealed record LoggedOut(Actor Who) : Event, IActed;

    /// <summary>Somebody held a nickname that belongs to an account, and its owner came.</summary>
    public sealed record NickReclaimed(Actor Who, Nick New, AccountRef By) : Event, IActed;

    /// <summary>An account is proved by another password from now on; which one is kept nowhere.</summary>
    public sealed record PasswordChanged(AccountRef Account) : Event, IOfAccount
    {
        /// <summary>The operator who set it; none for the owner, and for the shell.</summary>
        public Option<Actor> By { get; init; }
    }

    /// <summary>A certificate proves an account from now on, or does so no more; which one is a fact.</summary>
    public sealed record CertificateChanged(AccountRef Account, bool IsAdded) : Event, IOfAccount;

    /// <summary>A code was given out by which an account gets a new password; the code is kept nowhere.</summary>
    public sealed record RecoveryGiven(AccountRef Account) : Event, IOfAccount, IModeration
    {
        public Option<Actor> By { get; init; }
    }

    public sealed record RegistrationSet(RegistrationPolicy To) : Event;

    /// <summary>The word without which nobody comes in was set; an empty one takes it away.</summary>
    public sealed record KeySet(Actor Who, RoomId Room, RoomName Name, string Key) : Event, IInRoom;

    /// <summary>Somebody was shown the door.</summary>
    public sealed record Kicked(Actor Who, RoomId Room, RoomName Name, Actor Of, string Reason) : Event, IInRoom;

    /// <summary>Somebody was asked into a room. It may let them in once whatever is set there, if who invites them may say so.</summary>
    public sealed record Invited(Actor Who, RoomId Room, RoomName Name, Actor Of, bool LetsIn) : Event, IInRoom;

    /// <summary>Somebody outside asks to be let in.</summary>
    public sealed record Knocked(Actor Who, RoomId Room, RoomName Name, string Words) : Event, IInRoom;

    /// <summary>A mask was put on a list of a room, for good or until a moment.</summary>
    public sealed record MaskSet(Actor Who, RoomId Room, RoomName Name, MaskList List, Mask Mask, Option<Timestamp> Until, string Reason) : Event, IInRoom
    {
        /// <summary>Who was named, where the mask was made of where they come from: by that name it is found again.</summary>
        public Option<Nick> For { get; init; }
    }

    /// <summary>Somebody took a mask off a list.</summary>
    public sealed record MaskLifted(Actor Who, RoomId Room, RoomName Name, MaskList List, Mask Mask) : Event, IInRoom;

    /// <summary>The time of a mask was over.</summary>
    public sealed record MaskEnded(RoomId Room, RoomName Name, MaskList List, Mask Mask) : Event;

    /// <summary>Rights in a room follow somebody: those that are theirs there are given to them, or go with the account that they came from.</summary>
    public sealed record RightsFollowed(Actor Who, RoomId Room, RoomName Name, Rights Rights, bool IsGiven) : Event, IInRoom;

    /// <summary>Somebody took a right from an account whose person is not there.</summary>
    public sealed record HolderRemoved(Actor Who, RoomId Room, RoomName Name, AccountRef Of, Rights Right) : Event, IInRoom;

    /// <summary>The last founder of a room is no more: it is another account's now, or of guests.</summary>
    public sealed record RoomPassedOn(RoomId Room, RoomName Name, AccountRef From, Option<AccountRef> To) : Event;

    /// <summary>A founder ended a room, with everybody in it. A later one of that name has nothing of it.</summary>
    public sealed record RoomDropped(Actor Who, RoomId Room, RoomName Name, string Reason) : Event, IInRoom;

    /// <summary>A room is called otherwise; it is the same one.</summary>
    public sealed record RoomRenamed(Actor Who, RoomId Room, RoomName Name, RoomName New, string Reason) : Event, IInRoom;

    /// <summary>Somebody takes no words from guests any more, or does again.</summary>
    public sealed record GuestsShutOut(Actor Who, bool IsOn) : Event, IActed;

    /// <summary>Somebody does not hear whom this mask means any more, or does again.</summary>
    public sealed record SilenceSet(Actor Who, Mask Mask, bool IsOn) : Event, IActed;

    /// <summary>What an account may do as an operator of the server from now on; nothing makes it an ordinary one. Without somebody it was the shell.</summary>
    public sealed record OperatorSet(Option<Actor> By, AccountRef Account, Powers Powers) : Event, IOfAccount, IModeration;

    /// <summary>Somebody proved that they are this operator, and may act as one.</summary>
    public sealed record WentOnDuty(Actor Who, AccountRef As) : Event, IActed;

    public sealed record WentOffDuty(Actor Who) : Event, IActed;

    /// <summary>An operator ended somebody's connections; that they went is an event of its own.</summary>
    public sealed record Killed(Option<Actor> By, Actor Of, string Reason) : Event, IModeration;

    /// <summary>Somebody is kept out, for good or until a moment. So many people who were here it hit.</summary>
    public sealed record BanSet(Option<Actor> By, BanTarget Of, Option<Timestamp> Until, int Hits, string Reason) : Event, IModeration;

    public sealed record BanLifted(Option<Actor> By, BanTarget Of) : Event, IModeration;

    /// <summary>The time of a ban was over.</summary>
    public sealed record BanEnded(BanTarget Of) : Event;

    /// <summary>Somebody set a mode of their own, or took it away.</summary>
    public sealed record OwnModeSet(Actor Who, PersonModes Mode, bool IsOn) : Event, IActed;

    /// <summary>An operator said something to all who want to hear it.</summary>
    public sealed record Announced(Option<Actor> By, string Text) : Event, IModeration;

    /// <summary>An operator acts in a room as its founder may, in these words as they were typed. What they did stands behind it.</summary>
    public sealed record Overruled(Option<Actor> By, RoomId Room, RoomName Name, string Words) : Event, IModeration;

    /// <summary>From now on only who has an account comes in, or everybody again.</summary>
    public sealed record AlarmSet(Option<Actor> By, bool IsOn, string Reason) : Event, IModeration;

    /// <summary>Words are forgotten: in the journal, and in the world as far as they are a part of it.</summary>
    public sealed record Forgotten(Forgetting What) : Event;
}

/// <summary>An event with its place, its moment and the connection that it came from, if it came from one.</summary>
public sealed record Recorded(Sequence Sequence, Timestamp At, ConnectionId? Origin, Event Event);
