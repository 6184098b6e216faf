using ChatRoom.Journal.Postgres;

namespace ChatRoom.Journal.Tests.Postgres;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://me@db.example/chat", "Host=db.example;Username=me;Database=chat")]
    [InlineData("postgresql://me:se%40cret@db.example:5433/chat", "Host=db.example;Port=5433;Username=me;Password=se@cret;Database=chat")]
    [InlineData("postgres://me@%2Frun%2Fpostgresql", "Host=/run/postgresql;Username=me;Database=chatroom")]
    [InlineData("postgres://me@[::1]:5433/chat", "Host=[::1];Port=5433;Username=me;Database=chat")]
    [InlineData("postgres://me@one,two:5433/chat?sslmode=verify-full", "Host=one;Username=me;Database=chat;SSL Mode=VerifyFull|Host=two;Port=5433;Username=me;Database=chat;SSL Mode=VerifyFull")]
    public void An_address_is_a_connection_for_each_host(string text, string expected) =>
        Assert.Equal(expected.Split('|'), PostgresAddress.Parse(text, out _)!.Connections);

    [Theory]
    [InlineData("mysql://me@db/chat")]
    [InlineData("postgres://")]
    [InlineData("postgres://me@/chat")]
    [InlineData("postgres://me@db:port/chat")]
    [InlineData("postgres://me@db:99999/chat")]
    [InlineData("postgres://me@db/chat?schema=Chat")]
    [InlineData("postgres://me@db/chat?sslmode=maybe")]
    [InlineData("postgres://me@db/chat?color=red")]
    public void What_is_none_is_refused_with_a_reason(string text)
    {
        Assert.Null(PostgresAddress.Parse(text, out var wrong));
        Assert.NotNull(wrong);
    }

    [Fact]
    public void A_password_is_shown_to_nobody()
    {
        var address = PostgresAddress.Parse("postgres://me:secret@db/chat?schema=other", out _)!;

        Assert.Equal(("postgres://me@db/chat", "other"), (address.Shown, address.Schema));
        Assert.DoesNotContain("secret", $"{address}", StringComparison.Ordinal);
    }
}
