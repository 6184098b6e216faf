using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>The short questions about metadata.</summary>
public abstract partial record IrcReply
{
    /// <summary>What is said under these keys of somebody or of a room.</summary>
    public sealed record MetadataGet(string Target, Domain.Data.ValueList<string> Keys) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => MetadataAnswers.Get(from, Target, Keys, to);
    }

    /// <summary>All that is said of somebody or of a room.</summary>
    public sealed record MetadataList(string Target) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => MetadataAnswers.List(from, Target, to);
    }

    /// <summary>That nothing is left to clear of oneself, or of a room.</summary>
    public sealed record MetadataIsClear(Option<RoomName> Room) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to) => MetadataAnswers.IsClear(from, Room, to);
    }

    /// <summary>To which keys the client subscribed, or from which it took that back. For its rooms it has to ask what stands there already.</summary>
    public sealed record MetadataSubscribed(Domain.Data.ValueList<string> Keys, bool IsOn) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            MetadataSubscriptions.Write(IsOn ? Numerics.RplMetadataSubOk : Numerics.RplMetadataUnsubOk, Keys, MetadataBatch.None(to), to);
            if (IsOn)
                MetadataAnswers.Later(from, to);
        }
    }

    /// <summary>To which keys the client is subscribed.</summary>
    public sealed record MetadataSubs(Domain.Data.ValueList<string> Keys) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var batch = MetadataBatch.Begin(to, "", "metadata-subs");
            MetadataSubscriptions.Write(Numerics.RplMetadataSubs, Keys, batch, to);
            batch.End();
        }
    }

    /// <summary>What a client that is not let in yet says of itself.</summary>
    public sealed record MetadataEarly(Domain.Data.ValueList<MetadataWord> Words, bool IsBatch) : IrcReply
    {
        public override void Write(in Standpoint from, Sessions.Numeric to)
        {
            var batch = IsBatch ? MetadataBatch.Begin(to, "*") : MetadataBatch.None(to);
            foreach (var (key, value) in Words)
                MetadataAnswers.Early(batch.Line(), to, key, value);
            batch.End();
        }
    }
}

/// <summary>What is said under a key; null for nothing.</summary>
public sealed record MetadataWord(string Key, string? Value);
