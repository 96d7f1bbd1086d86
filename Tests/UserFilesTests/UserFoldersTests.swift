import Surroundings
import Testing
import UserFiles

@Suite("The person's folders")
struct UserFoldersTests {
  @Test("The XDG folders are taken where they are named in full, else those below home")
  func folders() {
    let named = UserFolders(
      environment: ["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "c", "XDG_DATA_HOME": "/d"])
    #expect(named.state == "/s/compaction-lab")
    #expect(named.config == "/h/.config/compaction-lab")
    #expect(named.data == "/d/compaction-lab")
    #expect(UserFolders(environment: ["HOME": "/h"]).data == "/h/.local/share/compaction-lab")
  }

  @Test("Pictures go where the desktop keeps them: named in the environment or in its file, else ~/Pictures")
  func pictures() throws {
    let folder = try TemporaryFolder()
    let home = folder.path
    #expect(UserFolders(environment: ["HOME": home]).pictures == home + "/Pictures")
    try folder.write(
      ".config/user-dirs.dirs", "XDG_MUSIC_DIR=\"/m\"\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n")
    #expect(UserFolders(environment: ["HOME": home]).pictures == home + "/Bilder")
    #expect(UserFolders(environment: ["HOME": home, "XDG_PICTURES_DIR": "/p"]).pictures == "/p")
  }
}
