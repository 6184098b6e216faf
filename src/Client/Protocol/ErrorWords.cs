using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// The server's refusals as sentences, for a screen: what is wrong and, where one can do something, what. The server's own words follow
/// where they may know more.
/// </summary>
internal static class ErrorWords
{
    public static string Of(Message line)
    {
        var (about, words) = (line.Parameter(1), line.Parameters.Count == 0 ? "" : line.Parameters[^1]);
        return line.Command switch
        {
            "401" => $"there is nobody called {about} here",
            "403" => $"there is no room {about}",
            "404" => $"you can't speak in {about}: {words}",
            "405" => $"you are in too many rooms to join {about}",
            "406" => $"nobody called {about} was here",
            "421" => $"this server does not know the command {about}",
            "432" => $"'{about}' can't be a nickname here: {words}",
            "433" => $"the nickname {about} is taken",
            "437" => $"{about} can't be had at the moment: {words}",
            "441" => $"{about} is not in {line.Parameter(2)}",
            "442" => $"you are not in {about}",
            "443" => $"{about} is in {line.Parameter(2)} already",
            "461" => $"the command {about} needs more words",
            "467" => $"{about} has a key already",
            "470" => $"{about} sends you on to {line.Parameter(2)}",
            "471" => $"{about} is full",
            "472" => $"this server does not know the mode {about}",
            "473" => $"{about} is only for those who are invited",
            "474" => $"you are banned from {about}",
            "475" => $"{about} is locked: it needs the right key",
            "476" => $"{about} can't be the name of a room here",
            "477" => $"{about} is only for those who have an account: {words}",
            "481" or "723" => "only operators of the server may do this",
            "482" => $"only operators of {about} may do this",
            _ => Unknown(line, words),
        };
    }

    private static string Unknown(Message line, string words)
    {
        var about = string.Join(' ', line.Parameters.Skip(1).SkipLast(1));
        return about.Length == 0 ? words : $"{about}: {words}";
    }
}
