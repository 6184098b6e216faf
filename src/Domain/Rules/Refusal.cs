using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Why a command does not happen. Data, never text: the shell has one table that says it in its own words.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Somebody else is called that, since a moment that helps to tell whether it is one's own dead connection.</summary>
    public sealed record NickTaken(Nick Wanted, Nick Holder, Timestamp Since) : Refusal;

    /// <summary>The nickname belongs to an account, and who wants it is not logged in to that one.</summary>
    public sealed record NickRegistered(Nick Wanted, AccountName Account) : Refusal;

    /// <summary>The account was proved by what does not prove it any more.</summary>
    public sealed record LoginStale(AccountName Account) : Refusal;

    public sealed record AlreadyLoggedIn(AccountName Account) : Refusal;

    public sealed record NotLoggedIn : Refusal;

    public sealed record AccountExists(AccountName Account) : Refusal;

    public sealed record NoSuchAccount(AccountName Account) : Refusal;

    /// <summary>One registers the nickname that one holds.</summary>
    public sealed record NotOwnNick(AccountName Wanted, Nick Nick) : Refusal;

    public sealed record RegistrationClosed : Refusal;

    /// <summary>Who registers needs an invitation, and has none, or one that is not good.</summary>
    public sealed record InvitationNeeded(bool IsWrong) : Refusal;

    /// <summary>Somebody asked for that account already, and is not answered yet.</summary>
    public sealed record AccountAwaited(AccountName Account) : Refusal;

    public sealed record NobodyWaits(AccountName Account) : Refusal;

    public sealed record TooManyWait(int Most) : Refusal;

    /// <summary>The certificate proves another account, which is nobody's business.</summary>
    public sealed record CertificateTaken(CertificatePrint Print) : Refusal;

    public sealed record NoSuchCertificate(CertificatePrint Print) : Refusal;

    public sealed record TooManyCertificates(int Most) : Refusal;

    /// <summary>It takes a right of operators of the server, which they have not, or not on duty.</summary>
    public sealed record NoPower(Powers Needed, bool IsOnDuty) : Refusal;

    /// <summary>The account was proved, and is no operator's.</summary>
    public sealed record NoOperator(AccountName Account) : Refusal;

    /// <summary>That is not the code with which the server is claimed, or it has an operator already.</summary>
    public sealed record WrongClaim : Refusal;

    /// <summary>Nobody else could make operators any more.</summary>
    public sealed record LastOperator(AccountName Account) : Refusal;

    /// <summary>They are banned from the server.</summary>
    public sealed record ServerBanned(ServerBan Ban) : Refusal;

    /// <summary>Who is called so is banned from the server.</summary>
    public sealed record NickBanned(Nick Wanted, ServerBan Ban) : Refusal;

    /// <summary>Only who has an account comes in just now.</summary>
    public sealed record AccountsOnly : Refusal;

    /// <summary>So many connections of the account are here, over all servers.</summary>
    public sealed record TooManyDevices(AccountName Account, int Most) : Refusal;

    public sealed record NoSuchBan : Refusal;

    public sealed record TooManyBans(int Most) : Refusal;

    public sealed record NoSuchDevice(ConnectionId Device) : Refusal;

    /// <summary>That code for a forgotten password is none, was used, or is over.</summary>
    public sealed record WrongRecovery : Refusal;

    public sealed record AlreadyConnected : Refusal;

    public sealed record NotConnected : Refusal;

    public sealed record NoSuchRoom(RoomName Room) : Refusal;

    public sealed record NotInRoom(RoomName Room) : Refusal;

    public sealed record NoSuchPerson(Nick Nick) : Refusal;

    /// <summary>Somebody who is here, and not in that room.</summary>
    public sealed record NotThere(Nick Nick, RoomName Room) : Refusal;

    /// <summary>Somebody who is in that room already.</summary>
    public sealed record AlreadyThere(Nick Nick, RoomName Room) : Refusal;

    /// <summary>Only operators of the room may do that.</summary>
    public sealed record NotOperator(RoomName Room) : Refusal;

    /// <summary>Only a founder of the room may do that, or to a founder.</summary>
    public sealed record NotFounder(RoomName Room) : Refusal;

    /// <summary>A room that has a founder keeps one.</summary>
    public sealed record LastFounder(RoomName Room) : Refusal;

    /// <summary>Who has no account can't be found again, and so is no founder.</summary>
    public sealed record FounderNeedsAccount(RoomName Room, Nick Nick) : Refusal;

    public sealed record TooManyFounded(RoomName Room, AccountName Account, int Most) : Refusal;

    /// <summary>The room remembers the rights of no more accounts.</summary>
    public sealed record HoldersFull(RoomName Room, AccountName Account, int Most) : Refusal;

    /// <summary>Another room is called that.</summary>
    public sealed record RoomNameTaken(RoomName Room, RoomName Wanted) : Refusal;

    /// <summary>Only who has an account comes into the room.</summary>
    public sealed record AccountNeeded(RoomName Room) : Refusal;

    /// <summary>They take no words from guests.</summary>
    public sealed record ShutsOutGuests(Nick Nick) : Refusal;

    /// <summary>They take no words from the sender.</summary>
    public sealed record NotHeard(Nick Nick) : Refusal;

    public sealed record SilencesFull(Mask Mask, int Most) : Refusal;

    /// <summary>Under that key nothing is said.</summary>
    public sealed record MetadataNotSet(MetadataKey Key) : Refusal;

    /// <summary>So much is said already.</summary>
    public sealed record MetadataFull(MetadataKey Key, int Most) : Refusal;

    /// <summary>The room is moderated, and the sender has no voice there.</summary>
    public sealed record Moderated(RoomName Room) : Refusal;

    /// <summary>The room is in slow mode, and the sender may speak again after so many seconds.</summary>
    public sealed record TooSoon(RoomName Room, int Every, long Wait) : Refusal;

    /// <summary>There is no such conversation, or they are not of it.</summary>
    public sealed record NoConversation : Refusal;

    /// <summary>Nothing was said there under this id, as far as they may know.</summary>
    public sealed record NothingSaid : Refusal;

    /// <summary>Others said it, and they may not take it back.</summary>
    public sealed record NotOwnWords : Refusal;

    /// <summary>They said it longer ago than they may take it back.</summary>
    public sealed record SaidTooLongAgo(int Minutes) : Refusal;

    /// <summary>It would not be heard whole, with the sender's names in front.</summary>
    public sealed record LineTooLong(int Excess) : Refusal;

    public sealed record RoomFull(RoomName Room, int Most) : Refusal;

    /// <summary>A mask means them, so they do not come in.</summary>
    public sealed record Banned(RoomName Room) : Refusal;

    /// <summary>A mask means them, so they do not speak there.</summary>
    public sealed record Silenced(RoomName Room) : Refusal;

    /// <summary>The lists of a room hold no more.</summary>
    public sealed record ListsFull(RoomName Room, Mask Mask, int Most) : Refusal;

    public sealed record NotOnList(RoomName Room, MaskList List, Mask Mask) : Refusal;

    public sealed record InviteOnly(RoomName Room) : Refusal;

    /// <summary>The room wants a word, and this is not it.</summary>
    public sealed record WrongKey(RoomName Room) : Refusal;

    /// <summary>Nobody asks people's programs anything there.</summary>
    public sealed record NoCtcp(RoomName Room) : Refusal;

    /// <summary>Nobody needs to knock: they are in it, or can come in.</summary>
    public sealed record NoNeedToKnock(RoomName Room, bool IsIn) : Refusal;

    /// <summary>They knocked a moment ago, and may again after so many seconds.</summary>
    public sealed record KnockedTooSoon(RoomName Room, long Wait) : Refusal;

    public sealed record TooManyRooms(RoomName Room, int Most) : Refusal;

    public sealed record TopicTooLong(RoomName Room, int Length, int Most) : Refusal;

    public sealed record AwayTooLong(int Length, int Most) : Refusal;

    /// <summary>The journal is written at a level that this server can't read.</summary>
    public sealed record LevelTooNew(int Level, int Reads) : Refusal;

    /// <summary>A server made another world of the same events than this one did.</summary>
    public sealed record WorldsDiffer(WorldDigest Other) : Refusal;

    /// <summary>Another server that shares the journal could not read what would come of it.</summary>
    public sealed record NotYetPossible(int Level) : Refusal;
}
