using System.Text.Json;

namespace ChatRoom.Server.Journal;

/// <summary>What the fields of a stored header are called. A name keeps its meaning for ever.</summary>
internal static class HeaderFields
{
    public static readonly JsonEncodedText Server = JsonEncodedText.Encode("server");
    public static readonly JsonEncodedText Connection = JsonEncodedText.Encode("connection");
    public static readonly JsonEncodedText Person = JsonEncodedText.Encode("person");
    public static readonly JsonEncodedText Nick = JsonEncodedText.Encode("nick");
    public static readonly JsonEncodedText User = JsonEncodedText.Encode("user");
    public static readonly JsonEncodedText Account = JsonEncodedText.Encode("account");
    public static readonly JsonEncodedText RealName = JsonEncodedText.Encode("realname");
    public static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    public static readonly JsonEncodedText Room = JsonEncodedText.Encode("room");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    public static readonly JsonEncodedText Audience = JsonEncodedText.Encode("audience");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText First = JsonEncodedText.Encode("first");
    public static readonly JsonEncodedText Second = JsonEncodedText.Encode("second");
    public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    public static readonly JsonEncodedText New = JsonEncodedText.Encode("new");
    public static readonly JsonEncodedText Topic = JsonEncodedText.Encode("topic");
    public static readonly JsonEncodedText Away = JsonEncodedText.Encode("away");
}
