using ChatRoom.Journal.Folder;
using ChatRoom.Testing;

namespace ChatRoom.Journal.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_folder_that_is_missing_is_made_for_its_owner_only()
    {
        var path = Path.Combine(_temporary.Path, "deep", "data");
        using var folder = DataFolder.Open(path);

        Assert.True(Directory.Exists(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_folder_has_one_server_at_a_time_and_the_second_is_told_which()
    {
        using (DataFolder.Open(_temporary.Path))
        {
            var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Path));
            Assert.Contains($"in use by another server (process {Environment.ProcessId})", refused.Message, StringComparison.Ordinal);
        }
        DataFolder.Open(_temporary.Path).Dispose();
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(_temporary.File("file"), "mine");

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.File("file")));
        Assert.Contains("is a file", refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_temporary.File("file")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_folder_without_a_name_is_none(string name) => Assert.Throws<DataFolderException>(() => DataFolder.Open(name));

    [Fact]
    public void A_folder_below_a_file_cannot_be_made()
    {
        File.WriteAllText(_temporary.File("file"), "mine");

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(Path.Combine(_temporary.File("file"), "data")));
        Assert.Contains("can't be created", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_lock_cannot_be_written_is_not_writable()
    {
        // A folder in the lock's place fails for everybody, the superuser included, as missing rights do for others.
        Directory.CreateDirectory(_temporary.File("lock"));

        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Path));
        Assert.Contains("is not writable", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_folder_is_absolute_and_named_for_the_program() =>
        Assert.True(Path.IsPathRooted(DataFolder.Default()), DataFolder.Default());
}
