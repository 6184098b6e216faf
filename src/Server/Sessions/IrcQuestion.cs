using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions.Answers;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions;

/// <summary>The long questions: what is answered page by page, when it is the answer's turn to be sent. A new one is a case here.</summary>
public abstract record IrcQuestion : Question
{
    private IrcQuestion() { }

    /// <summary>Writes the answer, and yields where the sender can pause.</summary>
    public abstract IEnumerable<Written> Write(Standpoint from, Numeric to);

    /// <summary>Who is in a room; <paramref name="Word"/> is what the client named, which may be no room at all.</summary>
    public sealed record Names(string Word) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to)
        {
            // Who is not in it sees nobody there: all people are +i.
            if (RoomName.Parse(Word).ToOption().Bind(from.World.Room).TryGet(out var room) && from.World.Person(from.Connection).Exists(person => room.Has(person.Id)))
                return RoomAnswers.Names(from.World, room, to);
            RoomAnswers.EndOfNames(Word, to);
            return [default];
        }
    }

    /// <summary>Which rooms there are.</summary>
    public sealed record Rooms(RoomFilter Wanted) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => RoomAnswers.List(from.World, from.Connection, Wanted, to);
    }

    /// <summary>With the fields that are wanted (WHOX), or the usual ones.</summary>
    public sealed record Who(string Mask, WhoFields? Fields) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => PeopleAnswers.Who(from.World, from.Connection, Mask, Fields, to, from.Info);
    }

    public sealed record Whois(string Nick) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => PeopleAnswers.Whois(from, Nick, to);
    }

    /// <summary>Of the metadata to which the client subscribed what stands there now: of somebody, or of a room and all who are in it.</summary>
    public sealed record Metadata(string Target) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => MetadataAnswers.Sync(from, Target, to);
    }

    /// <summary>What a command does, or which there are.</summary>
    public sealed record Help(string Subject) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => HelpAnswers.Write(Subject, to);
    }

    /// <summary>The bans from the server, for operators who may set them.</summary>
    public sealed record ServerBans : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => OperatorAnswers.Bans(from.World, from.Connection, to);
    }

    /// <summary>Who asked for an account and is not answered yet, for operators who decide that.</summary>
    public sealed record Waiting : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => OperatorAnswers.Waiting(from, to);
    }

    /// <summary>
    /// A page of what was said. <paramref name="Capabilities"/> are those of its place: the client may have asked for others by the time that the
    /// page is written.
    /// </summary>
    public sealed record History(HistoryPage Page, Capability Capabilities) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => HistoryAnswers.Write(from, Page, Capabilities, to);
    }

    /// <summary>What was said between two places in what the masks mean (PLAY). For <paramref name="Capabilities"/> see <see cref="History"/>.</summary>
    public sealed record Played(Domain.Data.ValueList<string> Masks, HistoryPlace From, HistoryPlace To, Capability Capabilities) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => PlayedAnswers.Play(from, this, to);
    }

    /// <summary>What can be played of what the masks mean, and when something was said there first and last.</summary>
    public sealed record Playable(Domain.Data.ValueList<string> Masks) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => PlayedAnswers.List(from, this, to);
    }

    /// <summary>What was said, in all that one may read. For <paramref name="Capabilities"/> see <see cref="History"/>.</summary>
    public sealed record Searched(Search What, Capability Capabilities) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => SearchAnswers.Write(from, What, Capabilities, to);
    }

    /// <summary>All that the client's account did.</summary>
    public sealed record Exported : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => AccountExport.Write(from, to);
    }

    /// <summary>Which conversations there are of which the last message lies between two moments, and when that was.</summary>
    public sealed record HistoryTargets(Timestamp First, Timestamp Second, int Most, Capability Capabilities) : IrcQuestion
    {
        public override IEnumerable<Written> Write(Standpoint from, Numeric to) => TargetAnswers.Write(from, this, to);
    }
}
