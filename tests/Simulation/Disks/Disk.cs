using ChatRoom.Journal;

namespace ChatRoom.Simulation.Tests.Disks;

/// <summary>
/// A model of the file that a journal is in: one frame for each turn, with a length and a checksum, so that a turn is there as a whole or
/// not at all. Events go through the real codec, and what is read is what a start reads.
/// </summary>
public sealed class Disk
{
    private readonly List<byte[]> _frames = [];
    private bool _isTorn;

    public int Turns => _frames.Count;

    public void Append(long writer, TurnToKeep turn)
    {
        Repair();
        _frames.Add(Frame.Write(writer, turn));
    }

    /// <summary>A write that ends in its middle.</summary>
    public void Tear(long writer, TurnToKeep turn, int part)
    {
        Repair();
        var whole = Frame.Write(writer, turn);
        _frames.Add(whole[..(whole.Length * part / 100)]);
        _isTorn = true;
    }

    /// <summary>What every opening of the file does first: a last frame that is not whole is no frame.</summary>
    public void Repair()
    {
        if (_isTorn && Frame.IsWhole(_frames[^1]))
            throw new InvalidOperationException("A torn frame looks whole.");
        if (_isTorn)
            _frames.RemoveAt(_frames.Count - 1);
        _isTorn = false;
    }

    /// <summary>The file of a copy that had not come so far.</summary>
    public void Truncate(int turns) => _frames.RemoveRange(turns, _frames.Count - turns);

    public IEnumerable<(long Writer, TurnToKeep Turn)> Read() => _frames.Select(Frame.Read);
}
