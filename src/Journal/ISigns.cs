namespace ChatRoom.Journal;

/// <summary>
/// Passing signs, such as that somebody is typing, go past the journal to the other servers on it: soon and in no promised order, or not at all. They are
/// kept nowhere.
/// </summary>
public interface ISigns
{
    /// <summary>A sign of another server's, as it was sent. On any thread.</summary>
    event Action<string>? Heard;

    /// <summary>Never waits and never fails. Until it is on its way, a newer sign about the same takes its place.</summary>
    void Send(string about, string sign);
}
