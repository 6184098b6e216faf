using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Keys of metadata, in as many lines as they need.</summary>
internal static class MetadataSubscriptions
{
    public static void Write(ReadOnlySpan<byte> numeric, Domain.Data.ValueList<string> keys, MetadataBatch batch, Numeric to)
    {
        LineWriter? open = null;
        var count = 0;
        foreach (var key in keys)
        {
            // With the name of the client a line has fourteen at most.
            if (open is not null && (open.Room < key.Length + 1 || count == LineLimits.Parameters - 1))
            {
                open.End();
                open = null;
            }
            if (open is null)
                (open, count) = (batch.Line().Command(numeric).Param(to.Nick), 0);
            open.Param(key);
            count++;
        }
        open?.End();
    }
}
