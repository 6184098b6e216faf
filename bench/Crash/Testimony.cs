namespace ChatRoom.Bench.Crash;

/// <summary>What a writer can say about its round: how many lines it gave to the network, and which of them came back to it.</summary>
public sealed record Testimony(int Writer, int Sent, IReadOnlyList<SaidLine> Echoed)
{
    public bool HasSent(SaidLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Writer == Writer && line.Number < Sent;
    }
}
