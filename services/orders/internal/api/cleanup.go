package api

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/problem"
)

// cleanupBatch bounds one request, for the store is locked meanwhile.
const cleanupBatch = 1000

// fence refuses callers that were overtaken.
type fence struct {
	mu      sync.Mutex
	highest int64
}

func (f *fence) admits(number int64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if number < f.highest {
		return false
	}
	f.highest = number
	return true
}

// cleanup answers POST /internal/v1/cleanup with {"fence": 7}: it drops a batch of the orders that are older than the retention, which is
// this service's own setting, so that no caller can make it drop more. A fence lower than one that was seen comes from a clean-up that
// lost its lease to another: 409.
func cleanup(store Store, retention time.Duration, log *slog.Logger) gin.HandlerFunc {
	var seen fence
	return func(c *gin.Context) {
		var request struct {
			Fence int64 `json:"fence"`
		}
		decoder := json.NewDecoder(c.Request.Body)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&request); err != nil || request.Fence < 1 {
			problem.Write(c, http.StatusBadRequest, `expected {"fence": a whole number from 1 on}`)
			return
		}
		if !seen.admits(request.Fence) {
			problem.Write(c, http.StatusConflict, "fence: a later clean-up was here")
			return
		}
		dropped, more, err := store.DropBefore(c.Request.Context(), time.Now().Add(-retention), cleanupBatch)
		if err != nil {
			unavailable(c, log, err)
			return
		}
		log.InfoContext(c.Request.Context(), "orders dropped", "dropped", dropped, "more", more, "fence", request.Fence)
		c.JSON(http.StatusOK, gin.H{"dropped": dropped, "more": more})
	}
}
