using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Writes a list of words into as many lines as it needs: the names in a room, the rooms of a person.</summary>
public sealed class ListWriter(LineWriter lines, Func<LineWriter> begin, string separator = " ")
{
    private bool _isOpen;

    /// <summary>Adds a word. True when a full line was ended before it.</summary>
    public bool Add(string word)
    {
        var ended = _isOpen && lines.Room < System.Text.Encoding.UTF8.GetByteCount(word) + 1;
        if (ended)
            End();
        if (_isOpen)
            lines.More(separator);
        else
            begin().Last("");
        lines.More(word);
        _isOpen = true;
        return ended;
    }

    public void End()
    {
        if (_isOpen)
            lines.End();
        _isOpen = false;
    }
}
